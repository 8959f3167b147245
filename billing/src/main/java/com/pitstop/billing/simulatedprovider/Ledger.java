package com.pitstop.billing.simulatedprovider;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.billing.simulatedprovider.Order.Kind;
import com.pitstop.billing.simulatedprovider.Verdict.Status;

/** What the simulated provider did. Its table is as strict as the provider is: a key stands there once. */
class Ledger {

    /** An order under its key, and what became of it. */
    record Entry(String key, Order order, Verdict verdict) {

        boolean isDone(Kind kind) {
            return order.step() == kind && verdict.status() == Status.DONE;
        }
    }

    private final JdbcTemplate database;

    Ledger(JdbcTemplate database) {
        this.database = database;
    }

    Optional<Entry> find(String key) {
        return database
                .query("select * from billing.simulated_order where idempotency_key = ?", Ledger::entry, key)
                .stream()
                .findFirst();
    }

    /** Of several that ask at the same moment, one after the other gets past this. */
    List<Entry> ofPaymentForUpdate(UUID paymentId) {
        return database.query(
                "select * from billing.simulated_order where payment_id = ? for update", Ledger::entry, paymentId);
    }

    void add(Entry entry) {
        var order = entry.order();
        database.update(
                """
                insert into billing.simulated_order
                    (idempotency_key, payment_id, step, amount, currency, card, status, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entry.key(),
                order.paymentId(),
                order.step().name(),
                order.amount(),
                order.currency(),
                order.card(),
                entry.verdict().status().name(),
                entry.verdict().reason());
    }

    /** Whether it was still to be confirmed. */
    boolean confirm(String key, Verdict verdict) {
        return database.update(
                        "update billing.simulated_order set status = ?, reason = ? where idempotency_key = ? and status = ?",
                        verdict.status().name(),
                        verdict.reason(),
                        key,
                        Status.PENDING.name())
                > 0;
    }

    static BigDecimal sum(List<Entry> entries, Kind kind) {
        return entries.stream()
                .filter(entry -> entry.isDone(kind))
                .map(entry -> entry.order().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("idempotency_key"),
                new Order(
                        row.getObject("payment_id", UUID.class),
                        Kind.valueOf(row.getString("step")),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getString("card")),
                new Verdict(Status.valueOf(row.getString("status")), row.getString("reason")));
    }
}
