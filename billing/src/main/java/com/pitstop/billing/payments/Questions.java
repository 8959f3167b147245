package com.pitstop.billing.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * When the provider is to be asked about what is open. What is open comes from the read model and may lag; who asks next is
 * agreed here, between all processes and across replays.
 */
@Component
public class Questions {

    /**
     * Something that the provider is to be asked about.
     *
     * @param attempts how often somebody has begun to, so far
     */
    public record Question(String requestKey, UUID paymentId, int attempts, Instant dueAt) {}

    private static final String OPEN = """
            select step.request_key, step.payment_id, coalesce(question.attempts, 0) attempts,
                   coalesce(question.due_at, step.requested_at) due_at
            from billing.payment_step step
            left join billing.payment_question question on question.request_key = step.request_key
            where step.status in ('ASKED', 'UNKNOWN')
            """;

    private final JdbcTemplate database;

    Questions(JdbcTemplate database) {
        this.database = database;
    }

    /** Those that nobody asked yet are always due. */
    public List<Question> due(Instant now, int limit) {
        return database.query(
                OPEN + "and (question.due_at is null or question.due_at <= ?) order by 4 limit ?",
                Questions::question,
                timestamp(now),
                limit);
    }

    /** Of several that take a question at once, one gets it, and until then nobody else. */
    public boolean take(Question question, Instant until) {
        return question.attempts() == 0 ? begin(question, until) : takeAgain(question, until);
    }

    public void postpone(Question question, Instant until) {
        database.update(
                "update billing.payment_question set due_at = ? where request_key = ?",
                timestamp(until),
                question.requestKey());
    }

    /** Of what is not open any more. */
    public void forget(String requestKey) {
        database.update("delete from billing.payment_question where request_key = ?", requestKey);
    }

    Optional<Question> find(String requestKey) {
        return database.query(OPEN + "and question.request_key = ?", Questions::question, requestKey).stream()
                .findFirst();
    }

    private boolean begin(Question question, Instant until) {
        return database.update("""
                        insert into billing.payment_question (request_key, attempts, due_at) values (?, 1, ?)
                        on conflict do nothing
                        """, question.requestKey(), timestamp(until)) > 0;
    }

    private boolean takeAgain(Question question, Instant until) {
        return database.update(
                        "update billing.payment_question set attempts = attempts + 1, due_at = ? where request_key = ? and attempts = ?",
                        timestamp(until),
                        question.requestKey(),
                        question.attempts())
                > 0;
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                row.getString("request_key"),
                row.getObject("payment_id", UUID.class),
                row.getInt("attempts"),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime timestamp(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
