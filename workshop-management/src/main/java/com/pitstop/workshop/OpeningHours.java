package com.pitstop.workshop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** A text that says when the workshop is open on a day. */
@Constraint(validatedBy = OpeningHours.Check.class)
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface OpeningHours {

    /** The text for a day on which the workshop does not open. */
    String CLOSED = "closed";

    String message() default "must read like 08:00-18:00, opening before it closes, or closed";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares hours as texts, which two digits each make possible. */
    final class Check implements ConstraintValidator<OpeningHours, String> {

        private static final Pattern HOURS =
                Pattern.compile("((?:[01]\\d|2[0-3]):[0-5]\\d)-((?:[01]\\d|2[0-3]):[0-5]\\d)");

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null || text.equals(CLOSED)) {
                return text != null;
            }
            var hours = HOURS.matcher(text);
            return hours.matches() && hours.group(1).compareTo(hours.group(2)) < 0;
        }
    }
}
