package com.pitstop.billing.simulatedprovider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.billing.simulatedprovider.Ledger.Entry;
import com.pitstop.billing.simulatedprovider.Order.Kind;
import com.pitstop.billing.simulatedprovider.Verdict.Status;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.RuleViolatedException;

/** Does what it is told once per key, and nothing that a provider would not do. */
@Component
@ConditionalOnProperty(name = "pitstop.billing.provider.simulated", havingValue = "true", matchIfMissing = true)
class SimulatedProvider {

    private final Ledger ledger;
    private final TransactionTemplate transaction;

    SimulatedProvider(JdbcTemplate database, TransactionTemplate transaction) {
        this.ledger = new Ledger(database);
        this.transaction = transaction;
    }

    Entry take(String key, Order order) {
        try {
            return transaction.execute(status -> takeOnce(key, order));
        } catch (DuplicateKeyException alreadyTaken) {
            return transaction.execute(status -> takeOnce(key, order));
        }
    }

    Optional<Entry> find(String key) {
        return ledger.find(key);
    }

    Entry confirm(String key, boolean passed) {
        var verdict = passed ? Verdict.DONE : Verdict.declined("The customer did not confirm");
        return transaction.execute(status -> {
            var order = find(key)
                    .orElseThrow(() -> new NotFoundException("known-order", "Nothing was asked under this key"));
            requireNotVoided(ledger.ofPaymentForUpdate(order.order().paymentId()));
            requirePending(ledger.confirm(key, verdict) || order.verdict().equals(verdict));
            return new Entry(key, order.order(), verdict);
        });
    }

    private Entry takeOnce(String key, Order order) {
        var known = find(key);
        if (known.isPresent()) {
            requireSame(known.get().order(), order);
            return known.get();
        }
        var entry = new Entry(key, order, decide(order, ledger.ofPaymentForUpdate(order.paymentId())));
        ledger.add(entry);
        return entry;
    }

    private static Verdict decide(Order order, List<Entry> before) {
        return switch (order.step()) {
            case AUTHORIZATION -> authorize(order, before);
            case CAPTURE -> capture(order, before);
            case VOID ->
                Ledger.sum(before, Kind.CAPTURE).signum() > 0 ? Verdict.declined("It is captured") : Verdict.DONE;
            case REFUND -> refund(order, before);
        };
    }

    private static Verdict authorize(Order order, List<Entry> before) {
        return isVoided(before)
                ? Verdict.declined("It was voided before")
                : TestCard.of(order.card())
                        .map(card -> card.authorize(order.amount()))
                        .orElseGet(() -> Verdict.declined("There is no such card"));
    }

    private static Verdict capture(Order order, List<Entry> before) {
        var held = isVoided(before) ? BigDecimal.ZERO : Ledger.sum(before, Kind.AUTHORIZATION);
        var taken = Ledger.sum(before, Kind.CAPTURE);
        return order.amount().compareTo(held.subtract(taken)) > 0
                ? Verdict.declined("So much is not set aside")
                : Verdict.DONE;
    }

    private static Verdict refund(Order order, List<Entry> before) {
        var kept = Ledger.sum(before, Kind.CAPTURE).subtract(Ledger.sum(before, Kind.REFUND));
        return order.amount().compareTo(kept) > 0 ? Verdict.declined("So much was not captured") : Verdict.DONE;
    }

    private static boolean isVoided(List<Entry> before) {
        return before.stream().anyMatch(entry -> entry.isDone(Kind.VOID));
    }

    private static void requireSame(Order known, Order order) {
        if (!known.isSameAs(order)) {
            throw new RuleViolatedException("idempotency-key-reused", "This key was used for another order");
        }
    }

    private static void requireNotVoided(List<Entry> before) {
        if (isVoided(before)) {
            throw new RuleViolatedException("order-not-voided", "This payment was voided");
        }
    }

    private static void requirePending(boolean pending) {
        if (!pending) {
            throw new RuleViolatedException("order-pending", "There is nothing to confirm");
        }
    }

    static boolean isPending(Entry entry) {
        return entry.verdict().status() == Status.PENDING;
    }
}
