package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.RuleViolatedException;

/** What of a payment is given back, or is to be. Immutable, and unaware of Axon. */
record Refunds(Map<UUID, BigDecimal> asked, Map<UUID, BigDecimal> given) {

    static final Refunds NONE = new Refunds(Map.of(), Map.of());

    Refunds {
        asked = Map.copyOf(asked);
        given = Map.copyOf(given);
    }

    Refunds ask(UUID refundId, BigDecimal amount) {
        var more = new HashMap<>(asked);
        more.put(refundId, amount);
        return new Refunds(more, given);
    }

    Refunds give(UUID refundId, BigDecimal amount) {
        var more = new HashMap<>(given);
        more.put(refundId, amount);
        return new Refunds(without(refundId), more);
    }

    Refunds refuse(String requestKey) {
        var fewer = new HashMap<>(asked);
        fewer.keySet().removeIf(refundId -> requestKey.endsWith(refundId.toString()));
        return new Refunds(fewer, given);
    }

    /** Whether it was asked for before; insists that it was the same refund. */
    boolean contain(UUID refundId, @Nullable BigDecimal amount) {
        var known = asked.getOrDefault(refundId, given.get(refundId));
        if (known != null && amount != null && known.compareTo(amount) != 0) {
            throw new RuleViolatedException(
                    "refund-unchanged", "This refund was asked for as %s before".formatted(known.toPlainString()));
        }
        return known != null;
    }

    /** What may still be given back. */
    BigDecimal rest(BigDecimal captured) {
        return captured.subtract(sum(asked)).subtract(sum(given));
    }

    private static BigDecimal sum(Map<UUID, BigDecimal> refunds) {
        return refunds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<UUID, BigDecimal> without(UUID refundId) {
        var fewer = new HashMap<>(asked);
        fewer.remove(refundId);
        return fewer;
    }
}
