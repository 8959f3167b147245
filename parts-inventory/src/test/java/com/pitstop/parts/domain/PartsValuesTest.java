package com.pitstop.parts.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.parts.Sku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can never be right, whatever happened. */
class PartsValuesTest {

    private static final PartId OIL = new PartId(new Sku("OIL"));

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "12.9", "12.95", "99999.99", "1E+4"})
    void aPriceIsKeptToTheCent(String amount) {
        assertThat(price(amount).amount())
                .isEqualByComparingTo(amount)
                .extracting(BigDecimal::scale)
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "100000", "1E+5"})
    void aPriceIsNeitherNegativeNorFinerNorHigher(String amount) {
        invalid("price", () -> price(amount));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Quantity.MOST + 1})
    void aQuantityIsAtLeastOne(int pieces) {
        invalid("quantity", () -> new Quantity(pieces));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, AdjustStock.MOST + 1, -AdjustStock.MOST - 1, Integer.MIN_VALUE})
    void anAdjustmentAdjustsSomething(int pieces) {
        invalid("quantity", () -> new AdjustStock(OIL, UUID.randomUUID(), pieces, "Counted"));
    }

    @Test
    void anAdjustmentHasAReason() {
        invalid("text-given", () -> new AdjustStock(OIL, UUID.randomUUID(), 1, " "));
        invalid("text-limit", () -> new AdjustStock(OIL, UUID.randomUUID(), 1, "x".repeat(201)));
        invalid("text-limit", () -> new AdjustStock(OIL, UUID.randomUUID(), 1, "two\nlines"));
    }

    @Test
    void aPartHasANameAndASensibleReorderLevel() {
        invalid("text-given", () -> new RegisterPart(OIL, "", price("1"), 0));
        invalid("reorder-level", () -> new RegisterPart(OIL, "Oil", price("1"), -1));
        invalid("reorder-level", () -> new RegisterPart(OIL, "Oil", price("1"), 100_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "a/b"})
    void aReservationIdIsAToken(String id) {
        invalid("reservation-id", () -> new ReservationId(id));
    }

    @Test
    void aReservationIdHasUpTo64Characters() {
        assertThat(new ReservationId("a".repeat(64))).hasToString("a".repeat(64));
        invalid("reservation-id", () -> new ReservationId("a".repeat(65)));
    }

    private static Price price(String amount) {
        return new Price(new BigDecimal(amount), Currency.getInstance("EUR"));
    }

    private static void invalid(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
