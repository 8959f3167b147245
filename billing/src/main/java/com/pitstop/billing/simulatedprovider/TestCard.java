package com.pitstop.billing.simulatedprovider;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The cards there are. Any other is declined. */
enum TestCard {
    CARD_APPROVED,
    CARD_DECLINED,
    CARD_INSUFFICIENT_FUNDS,
    CARD_TIMEOUT,
    CARD_TIMEOUT_DONE,
    CARD_3D_SECURE;

    private static final BigDecimal FUNDS = new BigDecimal("10000.00");

    static Optional<TestCard> of(String token) {
        return Arrays.stream(values())
                .filter(card -> card.name().toLowerCase(Locale.ROOT).equals(token))
                .findFirst();
    }

    Verdict authorize(BigDecimal amount) {
        return switch (this) {
            case CARD_APPROVED, CARD_TIMEOUT, CARD_TIMEOUT_DONE -> Verdict.DONE;
            case CARD_DECLINED -> Verdict.declined("The card was declined");
            case CARD_INSUFFICIENT_FUNDS ->
                amount.compareTo(FUNDS) > 0 ? Verdict.declined("Insufficient funds") : Verdict.DONE;
            case CARD_3D_SECURE -> Verdict.PENDING;
        };
    }

    /** Whether orders by this card get lost on their way here. */
    boolean losesOrders() {
        return this == CARD_TIMEOUT;
    }

    /** Whether answers get lost on their way back. */
    boolean losesAnswers() {
        return this == CARD_TIMEOUT || this == CARD_TIMEOUT_DONE;
    }
}
