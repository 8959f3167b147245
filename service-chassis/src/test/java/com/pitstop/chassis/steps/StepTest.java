package com.pitstop.chassis.steps;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.process.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an activity reads from a request. */
class StepTest {

    private static final UUID SLIP = UUID.fromString("0b5f7a52-1f0e-4bd0-9c33-6b1d7a0c2f11");

    private enum YesOrNo {
        YES,
        NO
    }

    @Test
    void readsArgumentsAsWhatTheyHaveToBe() {
        var step = step(Map.of(
                "sku",
                "OIL-5W30-1L",
                "quantity",
                4,
                "amount",
                "149.50",
                "customerId",
                SLIP.toString(),
                "start",
                "2026-11-23T09:00",
                "sms",
                true,
                "lines",
                List.of("a", "b"),
                "outcome",
                "COMPLETED",
                "billingAddress",
                Map.of("city", "Utrecht")));

        assertThat(step.text("sku")).isEqualTo("OIL-5W30-1L");
        assertThat(step.wholeNumber("quantity")).isEqualTo(4);
        assertThat(step.decimal("amount")).isEqualTo(new BigDecimal("149.50"));
        assertThat(step.uuid("customerId")).isEqualTo(SLIP);
        assertThat(step.dateTime("start")).isEqualTo(LocalDateTime.parse("2026-11-23T09:00"));
        assertThat(step.yesOrNo("sms")).isTrue();
        assertThat(step.yesOrNo("newsletter")).isFalse();
        assertThat(step.list("lines")).hasSize(2);
        assertThat(step.oneOf("outcome", Outcome.class)).isEqualTo(Outcome.COMPLETED);
        assertThat(step.group("billingAddress").orElseThrow().text("city")).isEqualTo("Utrecht");
        assertThat(step.group("deliveryAddress")).isEmpty();
        assertThat(step.optionalText("paymentMethod")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4.0"})
    void readsAWholeNumberAlsoFromAText(String text) {
        assertThat(step(Map.of("quantity", text)).wholeNumber("quantity")).isEqualTo(4);
    }

    @Test
    void namesWhatIsMissing() {
        assertRefused(Map.of(), step -> step.text("sku"), "The argument sku is missing");
        assertRefused(Map.of("sku", ""), step -> step.text("sku"), "The argument sku is missing");
        assertRefused(Map.of(), step -> step.list("lines"), "The argument lines is missing");
    }

    @Test
    void namesWhatIsNotWhatItHasToBe() {
        assertRefused(Map.of("sku", List.of()), step -> step.text("sku"), "The argument sku must be a single value");
        assertRefused(
                Map.of("quantity", 1.5),
                step -> step.wholeNumber("quantity"),
                "The argument quantity must be a whole number");
        assertRefused(
                Map.of("quantity", 3_000_000_000L),
                step -> step.wholeNumber("quantity"),
                "The argument quantity must be a whole number");
        assertRefused(
                Map.of("amount", "much"),
                step -> step.decimal("amount"),
                "The argument amount must be a decimal number");
        assertRefused(
                Map.of("customerId", "anna"),
                step -> step.uuid("customerId"),
                "The argument customerId must be a UUID");
        assertRefused(
                Map.of("start", "tomorrow"),
                step -> step.dateTime("start"),
                "The argument start must be a date and time such as 2026-11-23T09:00");
        assertRefused(
                Map.of("answer", "MAYBE"),
                step -> step.oneOf("answer", YesOrNo.class),
                "The argument answer must be one of [YES, NO]");
        assertRefused(
                Map.of("billingAddress", "here"),
                step -> step.group("billingAddress"),
                "The argument billingAddress must be a group of values");
        assertRefused(Map.of("sms", "perhaps"), step -> step.yesOrNo("sms"), "The argument sms must be true or false");
        assertRefused(Map.of("lines", "one"), step -> step.list("lines"), "The argument lines must be a list");
    }

    @Test
    void givesWhatItMakesOneIdInAllAttempts() {
        var first = new Step(SLIP, "reserve-1", SLIP + ":reserve-1:1", 1, Map.of(), Map.of(), "");
        var second = new Step(SLIP, "reserve-1", SLIP + ":reserve-1:2", 2, Map.of(), Map.of(), "");
        var other = new Step(SLIP, "reserve-2", SLIP + ":reserve-2:1", 1, Map.of(), Map.of(), "");

        assertThat(second.id()).isEqualTo(first.id()).isNotEqualTo(other.id());
    }

    @Test
    void shortensTheReason() {
        var step = new Step(SLIP, "reserve", "key", 1, Map.of(), Map.of(), "No\nmoney at all");

        assertThat(step.reasonWithin(8)).isEqualTo("No money");
        assertThat(step(Map.of()).reasonWithin(8)).isEqualTo("Given up");
    }

    private static void assertRefused(Map<String, Object> arguments, Function<Step, Object> reading, String sentence) {
        assertThatThrownBy(() -> reading.apply(step(arguments)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(sentence)
                .hasFieldOrPropertyWithValue("rule", "step-argument");
    }

    private static Step step(Map<String, Object> arguments) {
        return new Step(SLIP, "reserve-parts", SLIP + ":reserve-parts:1", 1, arguments, Map.of(), "");
    }
}
