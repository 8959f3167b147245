package com.pitstop.chassis.messaging;

import java.util.Optional;

import org.axonframework.messaging.HandlerExecutionException;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.Refusal;
import com.pitstop.shared.RuleViolatedException;

/**
 * A refusal on its way back over a bus, as the details of a {@code CommandExecutionException}: the one part of an
 * exception that also crosses processes.
 *
 * @param kind what sort of refusal
 * @param rule kebab-case identifier of the rule
 * @param sentence for a person
 */
public record Refused(Kind kind, String rule, String sentence) {

    /** The sorts of refusal, one per way to answer it. */
    public enum Kind {
        INVALID,
        NOT_FOUND,
        RULE_VIOLATED,
        KEY_REUSED
    }

    public static Refused of(Refusal refusal) {
        return new Refused(kind(refusal), refusal.rule(), refusal.sentence());
    }

    /** What a command was refused with, if that is why it failed. */
    public static Optional<Refused> from(Throwable failure) {
        return HandlerExecutionException.resolveDetails(failure)
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast);
    }

    private static Kind kind(Refusal refusal) {
        if (refusal instanceof InvalidValueException) {
            return Kind.INVALID;
        }
        if (refusal instanceof NotFoundException) {
            return Kind.NOT_FOUND;
        }
        if (refusal instanceof RuleViolatedException) {
            return Kind.RULE_VIOLATED;
        }
        throw new IllegalArgumentException("A refusal of a new kind", refusal);
    }
}
