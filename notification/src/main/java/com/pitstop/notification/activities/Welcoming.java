package com.pitstop.notification.activities;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.outbox.Outbox;
import com.pitstop.shared.NotFoundException;

/**
 * {@code send-welcome}: sees to it that {@code customerId} is welcomed. Everybody is who registers, so this waits for that mail
 * and answers with its {@code mailId}. To undo it is to discard the mail if it has not left.
 */
@Component
class Welcoming implements Activity {

    private final Outbox outbox;
    private final Reactions reactions;

    Welcoming(Outbox outbox, Reactions reactions) {
        this.outbox = outbox;
        this.reactions = reactions;
    }

    @Override
    public String name() {
        return "send-welcome";
    }

    @Override
    public Reply perform(Step step) {
        var customerId = step.uuid("customerId");
        return outbox.findLatest(customerId, MailKind.WELCOME)
                .map(Welcoming::written)
                .orElseGet(() -> Reply.failedForNow("The welcome of %s is not written yet".formatted(customerId)));
    }

    /** In a transaction of its own: it has to be so before anybody is told. */
    @Override
    public Reply undo(Step step) {
        var mail = outbox.findLatest(step.uuid("customerId"), MailKind.WELCOME);
        try {
            mail.ifPresent(mailId -> reactions.run(() -> outbox.discardUnlessSent(mailId)));
            return Reply.undone(mail.isPresent());
        } catch (NotFoundException writtenInThisBatch) {
            return Reply.failedForNow("The welcome is being written at this moment");
        }
    }

    @Override
    public Reply outcome(Step step) {
        return outbox.findLatest(step.uuid("customerId"), MailKind.WELCOME)
                .map(Welcoming::written)
                .orElseGet(Reply::notDone);
    }

    private static Reply written(UUID mailId) {
        return Reply.completed(Map.of("mailId", mailId.toString()));
    }
}
