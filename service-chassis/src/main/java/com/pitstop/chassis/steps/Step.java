package com.pitstop.chassis.steps;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import com.pitstop.chassis.idempotency.RequestKey;
import com.pitstop.chassis.messaging.AscendingIdentifiers;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepUndoRequested;

/**
 * What a routing slip asks of a context. Arguments come from definitions and from clients: each is read as what it has to
 * be, or refused with {@code step-argument} and a sentence that names it.
 *
 * @param name on the itinerary
 * @param stepKey of this request, which names the stream of its answer
 * @param attempt counted from 1, and 0 in a question
 * @param arguments what the step was asked for with
 * @param data what it answered, when it is to be undone
 * @param reason why it is to be undone, otherwise empty
 */
public record Step(
        UUID trackingNumber,
        String name,
        String stepKey,
        int attempt,
        Map<String, Object> arguments,
        Map<String, Object> data,
        String reason) {

    static Step of(StepRequested asked) {
        return new Step(
                asked.trackingNumber(),
                asked.step(),
                asked.stepKey(),
                asked.attempt(),
                asked.arguments(),
                Map.of(),
                "");
    }

    static Step of(StepUndoRequested asked) {
        return new Step(
                asked.trackingNumber(),
                asked.step(),
                asked.stepKey(),
                asked.attempt(),
                asked.arguments(),
                asked.data(),
                asked.reason());
    }

    static Step of(StepOutcomeAsked asked) {
        return new Step(asked.trackingNumber(), asked.step(), asked.stepKey(), 0, asked.arguments(), Map.of(), "");
    }

    /** Of what this step makes: the same in all attempts, and when it is undone or asked about. */
    public UUID id() {
        return AscendingIdentifiers.near(trackingNumber, name);
    }

    /** Of the command that does it: one for all attempts. */
    RequestKey key() {
        return key("done");
    }

    /** The same key, for what was undone before it was done. */
    RequestKey keyOfOneGivenUp() {
        return key("given up");
    }

    private RequestKey key(String what) {
        return RequestKey.of(AscendingIdentifiers.near(trackingNumber, "step\n" + name), what);
    }

    /** The reason on one line of at most so many characters, and never blank. */
    public String reasonWithin(int limit) {
        var line = reason.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        var shortened = line.substring(0, Math.min(limit, line.length()));
        return shortened.isBlank() ? "Given up" : shortened;
    }

    public String text(String argument) {
        return given(argument, optionalText(argument));
    }

    /** Empty also when the text is. */
    public Optional<String> optionalText(String argument) {
        return Optional.ofNullable(arguments.get(argument))
                .map(value -> asText(argument, value))
                .filter(text -> !text.isEmpty());
    }

    /** What is left out is not wished for. */
    public boolean yesOrNo(String argument) {
        return optionalText(argument).isPresent() && read(argument, "true or false", Step::isTrue);
    }

    public int wholeNumber(String argument) {
        return read(argument, "a whole number", text -> new BigDecimal(text).intValueExact());
    }

    /** Amounts are texts in events. */
    public BigDecimal decimal(String argument) {
        return read(argument, "a decimal number", BigDecimal::new);
    }

    public UUID uuid(String argument) {
        return read(argument, "a UUID", UUID::fromString);
    }

    /** Local to the garage. */
    public LocalDateTime dateTime(String argument) {
        return read(argument, "a date and time such as 2026-11-23T09:00", LocalDateTime::parse);
    }

    /** By its name. */
    public <E extends Enum<E>> E oneOf(String argument, Class<E> choices) {
        var names = Arrays.toString(choices.getEnumConstants());
        return read(argument, "one of " + names, name -> Enum.valueOf(choices, name));
    }

    /** An argument with arguments of its own. */
    public Optional<Step> group(String argument) {
        var value = arguments.get(argument);
        if (value != null && !(value instanceof Map)) {
            throw unreadable(argument, "a group of values");
        }
        return Optional.ofNullable((Map<?, ?>) value).map(this::with);
    }

    private Step with(Map<?, ?> group) {
        var inner = new HashMap<String, Object>();
        group.forEach((argument, value) -> inner.put(String.valueOf(argument), value));
        return new Step(trackingNumber, name, stepKey, attempt, inner, data, reason);
    }

    public List<?> list(String argument) {
        var value = arguments.get(argument);
        if (value != null && !(value instanceof List)) {
            throw unreadable(argument, "a list");
        }
        return given(argument, Optional.ofNullable((List<?>) value));
    }

    private static boolean isTrue(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    private <T> T read(String argument, String shape, Function<String, T> reading) {
        var text = text(argument);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            throw unreadable(argument, shape);
        }
    }

    private static String asText(String argument, Object value) {
        if (value instanceof List || value instanceof Map) {
            throw unreadable(argument, "a single value");
        }
        return value.toString();
    }

    private static <T> T given(String argument, Optional<T> value) {
        return value.orElseThrow(
                () -> new InvalidValueException("step-argument", "The argument %s is missing".formatted(argument)));
    }

    private static InvalidValueException unreadable(String argument, String shape) {
        return new InvalidValueException("step-argument", "The argument %s must be %s".formatted(argument, shape));
    }
}
