package com.pitstop.process.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.chassis.idempotency.KeyReusedException;
import com.pitstop.shared.RuleViolatedException;

import static java.util.Objects.requireNonNull;

/**
 * Who wants to be told of which slip. No read model and no events: a secret must not be in what is kept for ever, and what was
 * delivered cannot be made anew.
 */
@Component
public class Subscriptions {

    private static final int MOST_OF_A_SLIP = 20;

    private static final String ALL = """
            select subscription.*,
                   (select count(*) from process.webhook webhook
                    where webhook.subscription_id = subscription.subscription_id and webhook.sent_at is not null) delivered,
                   (select count(*) from process.webhook webhook
                    where webhook.subscription_id = subscription.subscription_id and webhook.sent_at is null) waiting
            from process.subscription subscription
            where tracking_number = ?
            """;

    private final JdbcTemplate database;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Subscriptions(JdbcTemplate database, PlatformTransactionManager transactionManager, Clock garageClock) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = garageClock;
    }

    /** To add the same again changes nothing; to add another by the same id is refused. */
    public void add(UUID subscriptionId, Wish wish) {
        Kinds.requireKnown(wish.kinds());
        requireRoom(wish.trackingNumber(), subscriptionId);
        if (!insert(subscriptionId, wish) && !isStored(subscriptionId, wish)) {
            throw new KeyReusedException();
        }
    }

    /** The oldest first. */
    public List<Subscription> of(UUID trackingNumber) {
        return database.query(
                ALL + "order by created_at, subscription_id", Subscriptions::subscription, trackingNumber);
    }

    public Optional<Subscription> find(UUID trackingNumber, UUID subscriptionId) {
        return database
                .query(ALL + "and subscription_id = ?", Subscriptions::subscription, trackingNumber, subscriptionId)
                .stream()
                .findFirst();
    }

    /** With all that was to be delivered; false when there is none. */
    public boolean remove(UUID trackingNumber, UUID subscriptionId) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            var removed = database.update(
                    "delete from process.subscription where tracking_number = ? and subscription_id = ?",
                    trackingNumber,
                    subscriptionId);
            return removed > 0
                    && database.update("delete from process.webhook where subscription_id = ?", subscriptionId) >= 0;
        }));
    }

    /** Has what was parked delivered after all; its tries count from zero. */
    public void release(UUID subscriptionId) {
        database.update("""
                update process.subscription set status = 'ACTIVE', attempts = 0, next_attempt_at = ?
                where subscription_id = ? and status = 'PARKED'
                """, timestamp(clock.instant()), subscriptionId);
    }

    /** How many wait for an operator, of all slips. */
    int parked() {
        var parked = database.queryForObject(
                "select count(*) from process.subscription where status = 'PARKED'", Integer.class);
        return requireNonNull(parked);
    }

    private boolean insert(UUID subscriptionId, Wish wish) {
        var now = timestamp(clock.instant());
        return database.update(
                        """
                        insert into process.subscription (subscription_id, tracking_number, url, kinds, steps, secret,
                            status, created_at, attempts, next_attempt_at)
                        values (?, ?, ?, ?, ?, ?, 'ACTIVE', ?, 0, ?)
                        on conflict do nothing
                        """,
                        subscriptionId,
                        wish.trackingNumber(),
                        wish.url().toString(),
                        String.join(",", wish.kinds()),
                        String.join(",", wish.steps()),
                        wish.secret().asText(),
                        now,
                        now)
                > 0;
    }

    private boolean isStored(UUID subscriptionId, Wish wish) {
        var secrets = database.queryForList(
                """
                select secret from process.subscription
                where subscription_id = ? and tracking_number = ? and url = ? and kinds = ? and steps = ?
                """,
                String.class,
                subscriptionId,
                wish.trackingNumber(),
                wish.url().toString(),
                String.join(",", wish.kinds()),
                String.join(",", wish.steps()));
        return secrets.contains(wish.secret().asText());
    }

    private void requireRoom(UUID trackingNumber, UUID subscriptionId) {
        var others = database.queryForObject(
                "select count(*) from process.subscription where tracking_number = ? and subscription_id <> ?",
                Integer.class,
                trackingNumber,
                subscriptionId);
        if (others != null && others >= MOST_OF_A_SLIP) {
            throw new RuleViolatedException(
                    "room-for-subscription", "A process has at most %d subscriptions".formatted(MOST_OF_A_SLIP));
        }
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        var status = SubscriptionStatus.valueOf(row.getString("status"));
        var waiting = row.getLong("waiting");
        var isToCome = status == SubscriptionStatus.ACTIVE && waiting > 0;
        return new Subscription(
                row.getObject("subscription_id", UUID.class),
                row.getObject("tracking_number", UUID.class),
                row.getString("url"),
                names(row.getString("kinds")),
                names(row.getString("steps")),
                status,
                row.getTimestamp("created_at").toInstant(),
                row.getLong("delivered"),
                waiting,
                row.getInt("attempts"),
                isToCome ? row.getTimestamp("next_attempt_at").toInstant() : null,
                row.getString("last_error"));
    }

    static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
    }

    static Timestamp timestamp(Instant moment) {
        return Timestamp.from(moment);
    }
}
