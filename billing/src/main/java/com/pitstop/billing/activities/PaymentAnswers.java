package com.pitstop.billing.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.chassis.messaging.PastEvents;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.chassis.steps.StepAnswers;
import com.pitstop.shared.process.Outcome;

/**
 * Answers about payments: at once where the payment's own events tell, otherwise when the provider has decided. Who waits
 * is kept in a table. If that is lost the slip runs out of patience and asks what became of the step.
 */
@Component
class PaymentAnswers {

    private record Awaited(String stepKey, UUID trackingNumber, Deed deed, boolean question) {}

    private final JdbcTemplate database;
    private final EventStore eventStore;
    private final StepAnswers answers;

    PaymentAnswers(JdbcTemplate database, EventStore eventStore, StepAnswers answers) {
        this.database = database;
        this.eventStore = eventStore;
        this.answers = answers;
    }

    Reply toRequest(Step step, PaymentId payment, Deed deed) {
        return decided(payment, deed).orElseGet(() -> later(step, payment, deed, false));
    }

    Reply toQuestion(Step step, PaymentId payment, Deed deed) {
        return decided(payment, deed).map(PaymentAnswers::asOutcome).orElseGet(() -> later(step, payment, deed, true));
    }

    /** Tells those who wait for it what an event decided. */
    void tell(UUID paymentId, Object event) {
        database.query(
                        "select * from billing.awaited_answer where payment_id = ? order by step_key",
                        PaymentAnswers::awaited,
                        paymentId)
                .forEach(awaited -> awaited.deed().decidedBy(event).ifPresent(reply -> give(awaited, reply)));
    }

    /** Whatever becomes of a payment, nobody wants to know any more. */
    void forget(PaymentId payment) {
        database.update("delete from billing.awaited_answer where payment_id = ?", payment.value());
    }

    /** The last word counts: what is set aside may have been let go of. */
    private Optional<Reply> decided(PaymentId payment, Deed deed) {
        return PastEvents.of(eventStore, payment)
                .flatMap(event -> deed.decidedBy(event).stream())
                .reduce((earlier, later) -> later);
    }

    private Reply later(Step step, PaymentId payment, Deed deed, boolean question) {
        delete(step.stepKey());
        database.update(
                "insert into billing.awaited_answer (step_key, tracking_number, payment_id, deed, question)"
                        + " values (?, ?, ?, ?, ?)",
                step.stepKey(),
                step.trackingNumber(),
                payment.value(),
                deed.name(),
                question);
        return Reply.later();
    }

    private void give(Awaited awaited, Reply reply) {
        answers.give(awaited.trackingNumber(), awaited.stepKey(), awaited.question() ? asOutcome(reply) : reply);
        delete(awaited.stepKey());
    }

    private void delete(String stepKey) {
        database.update("delete from billing.awaited_answer where step_key = ?", stepKey);
    }

    /** What was refused was not done. */
    private static Reply asOutcome(Reply reply) {
        return reply.outcome().filter(Outcome.COMPLETED::equals).isPresent() ? reply : Reply.notDone();
    }

    private static Awaited awaited(ResultSet row, int number) throws SQLException {
        return new Awaited(
                row.getString("step_key"),
                row.getObject("tracking_number", UUID.class),
                Deed.valueOf(row.getString("deed")),
                row.getBoolean("question"));
    }
}
