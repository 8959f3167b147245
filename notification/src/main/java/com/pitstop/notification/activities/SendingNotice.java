package com.pitstop.notification.activities;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.notification.contacts.Contact;
import com.pitstop.notification.outbox.Outbox;

/**
 * {@code send-notice}: mails {@code recipient}, who is the customer or the chief mechanic, what there is to tell of
 * {@code licenseNumber}, and answers with the {@code mailId}. A customer who does not want mails of the {@code kind} gets none,
 * and that is as good. To undo it is to discard the mail if it has not left.
 */
@Component
class SendingNotice implements Activity {

    private final Notices notices;
    private final Outbox outbox;
    private final Reactions reactions;

    SendingNotice(Notices notices, Outbox outbox, Reactions reactions) {
        this.notices = notices;
        this.outbox = outbox;
        this.reactions = reactions;
    }

    @Override
    public String name() {
        return "send-notice";
    }

    @Override
    public Reply perform(Step step) {
        return notices.recipient(step)
                .map(contact -> write(step, contact))
                .orElseGet(() -> Reply.failedForNow("Notification has not heard of this customer yet"));
    }

    /** In a transaction of its own: it has to be so before anybody is told. */
    @Override
    public Reply undo(Step step) {
        var mail = outbox.find(step.id());
        mail.ifPresent(written -> reactions.run(() -> outbox.discardUnlessSent(written.mailId())));
        return Reply.undone(mail.isPresent());
    }

    @Override
    public Reply outcome(Step step) {
        return outbox.find(step.id()).map(mail -> written(step)).orElseGet(Reply::notDone);
    }

    private Reply write(Step step, Contact contact) {
        var mail = notices.write(step, contact);
        if (!contact.wants(mail.kind())) {
            return Reply.completed(Map.of("wanted", false));
        }
        reactions.run(() -> outbox.addAtOnce(mail));
        return written(step);
    }

    private static Reply written(Step step) {
        return Reply.completed(Map.of("mailId", step.id().toString()));
    }
}
