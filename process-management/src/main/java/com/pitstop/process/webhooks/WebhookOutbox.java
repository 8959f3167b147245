package com.pitstop.process.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static com.pitstop.process.webhooks.Subscriptions.names;
import static com.pitstop.process.webhooks.Subscriptions.timestamp;
import static java.util.Objects.requireNonNull;

/**
 * What is to be delivered, and what was. Each subscriber is told one thing after the other, by one process at a time: what
 * does not arrive holds up what comes after it.
 */
@Component
class WebhookOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookOutbox.class);

    private static final int MOST_ATTEMPTS = 8;
    private static final int FACTOR = 4;
    private static final int LONGEST_ERROR = 300;

    private final JdbcTemplate database;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final WebhookSettings settings;

    WebhookOutbox(
            JdbcTemplate database,
            PlatformTransactionManager transactionManager,
            Clock garageClock,
            WebhookSettings settings) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = garageClock;
        this.settings = settings;
    }

    /** Those who want to be told of such an event of this slip. */
    List<UUID> subscribers(UUID trackingNumber, String kind, String step) {
        return database
                .query(
                        "select subscription_id, kinds, steps from process.subscription where tracking_number = ? and status <> 'GONE'",
                        (row, number) -> wants(row, kind, step)
                                ? Optional.of(row.getObject("subscription_id", UUID.class))
                                : Optional.<UUID>empty(),
                        trackingNumber)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** In the transaction at hand: what led to it is known as handled if, and only if, the webhook is here. */
    void add(UUID subscriptionId, String eventId, long position, String body) {
        var webhookId = UUID.nameUUIDFromBytes((subscriptionId + "\n" + eventId).getBytes(StandardCharsets.UTF_8));
        database.update("""
                insert into process.webhook (webhook_id, subscription_id, position, body, written_at)
                values (?, ?, ?, ?, ?)
                on conflict do nothing
                """, webhookId, subscriptionId, position, body, timestamp(clock.instant()));
    }

    /** Subscribers that something waits for, those first that wait longest. */
    List<UUID> due(int atMost) {
        var now = timestamp(clock.instant());
        return database.queryForList("""
                select subscription_id from process.subscription subscription
                where status = 'ACTIVE' and next_attempt_at <= ? and (claimed_until is null or claimed_until <= ?)
                  and exists (select 1 from process.webhook webhook
                              where webhook.subscription_id = subscription.subscription_id and webhook.sent_at is null)
                order by next_attempt_at, subscription_id limit ?
                """, UUID.class, now, now, atMost);
    }

    /** Of several processes that want to tell a subscriber one may, and gets what comes next. */
    Optional<Webhook> claim(UUID subscriptionId) {
        return requireNonNull(transactions.execute(transaction -> {
            var next = isClaimed(subscriptionId) ? next(subscriptionId) : Optional.<Webhook>empty();
            if (next.isEmpty()) {
                transaction.setRollbackOnly();
            }
            return next;
        }));
    }

    void delivered(Webhook webhook) {
        transactions.executeWithoutResult(transaction -> {
            database.update(
                    "update process.webhook set sent_at = ? where webhook_id = ?",
                    timestamp(clock.instant()),
                    webhook.webhookId());
            database.update("""
                    update process.subscription set claimed_until = null, last_error = null, attempts = 0
                    where subscription_id = ? and attempts = ?
                    """, webhook.subscriptionId(), webhook.attempt());
        });
    }

    /** It is tried again after one wait, four, sixteen and so on, until there were eight attempts. */
    void failed(Webhook webhook, String reason) {
        var isLast = webhook.attempt() >= MOST_ATTEMPTS;
        var wait = settings.retryAfter().multipliedBy((long) Math.pow(FACTOR, webhook.attempt() - 1));
        settle(webhook, isLast ? SubscriptionStatus.PARKED : SubscriptionStatus.ACTIVE, reason, wait);
        if (isLast) {
            LOG.warn(
                    "Subscription {} of process {} is parked, and waits for an operator",
                    webhook.subscriptionId(),
                    webhook.trackingNumber());
        }
    }

    /** The subscriber wants no more. */
    void gone(Webhook webhook) {
        settle(webhook, SubscriptionStatus.GONE, "The subscriber wants no more", Duration.ZERO);
    }

    /** Not if somebody else has gone on with it since. */
    private void settle(Webhook webhook, SubscriptionStatus status, String reason, Duration wait) {
        database.update(
                """
                update process.subscription set claimed_until = null, status = ?, last_error = ?, next_attempt_at = ?
                where subscription_id = ? and attempts = ?
                """,
                status.name(),
                reason.substring(0, Math.min(reason.length(), LONGEST_ERROR)),
                timestamp(clock.instant().plus(wait)),
                webhook.subscriptionId(),
                webhook.attempt());
    }

    private boolean isClaimed(UUID subscriptionId) {
        var now = clock.instant();
        return database.update(
                        """
                        update process.subscription set claimed_until = ?, attempts = attempts + 1
                        where subscription_id = ? and status = 'ACTIVE' and next_attempt_at <= ?
                          and (claimed_until is null or claimed_until <= ?)
                        """, timestamp(now.plus(settings.claim())), subscriptionId, timestamp(now), timestamp(now))
                > 0;
    }

    private Optional<Webhook> next(UUID subscriptionId) {
        return database.query("""
                        select webhook.webhook_id, webhook.body, subscription.*
                        from process.webhook webhook
                        join process.subscription subscription on subscription.subscription_id = webhook.subscription_id
                        where webhook.subscription_id = ? and webhook.sent_at is null
                        order by webhook.position limit 1
                        """, WebhookOutbox::webhook, subscriptionId).stream()
                .findFirst();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getObject("webhook_id", UUID.class),
                row.getObject("subscription_id", UUID.class),
                row.getObject("tracking_number", UUID.class),
                URI.create(row.getString("url")),
                new WebhookSecret(row.getString("secret")),
                row.getString("body"),
                row.getInt("attempts"));
    }

    private static boolean wants(ResultSet row, String kind, String step) throws SQLException {
        var kinds = names(row.getString("kinds"));
        var steps = names(row.getString("steps"));
        return (kinds.isEmpty() || kinds.contains(kind)) && (steps.isEmpty() || steps.contains(step));
    }
}
