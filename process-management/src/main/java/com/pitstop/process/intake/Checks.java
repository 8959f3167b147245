package com.pitstop.process.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.intake.RepairOrderRequest.Slot;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.vehicle.LicenseNumber;

/** Looks at the fields of a request one by one, and remembers all that is wrong. */
class Checks {

    private final List<FieldError> errors = new ArrayList<>();

    void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    void require(boolean right, String field, String message) {
        if (!right) {
            refuse(field, message);
        }
    }

    /** A line of text that is there. */
    void text(String field, @Nullable String value, int limit) {
        if (value == null || value.isBlank()) {
            refuse(field, "must not be blank");
        } else {
            require(value.length() <= limit, field, "must have at most %d characters".formatted(limit));
            require(value.matches(OneLine.PATTERN), field, OneLine.MESSAGE);
        }
    }

    /** A text of this shape, if it is there. */
    void shape(String field, @Nullable String value, String pattern, String message) {
        require(value == null || value.matches(pattern), field, message);
    }

    /** A text of this shape, which is there. */
    void requiredShape(String field, @Nullable String value, String pattern, String message) {
        require(value != null && value.matches(pattern), field, message);
    }

    void slot(String field, Slot slot) {
        var start = slot.start();
        var end = slot.end();
        require(start != null, field + ".start", "must not be blank");
        require(end != null, field + ".end", "must not be blank");
        require(start == null || end == null || start.isBefore(end), field + ".end", "must be after its start");
    }

    void vehicleOf(@Nullable UUID customerId, @Nullable String licenseNumber) {
        require(customerId != null, "customerId", "must not be blank");
        requiredShape("licenseNumber", licenseNumber, LicenseNumber.PATTERN, "must read like KN-16-RS");
    }

    void requireNone() {
        if (!errors.isEmpty()) {
            throw new IntakeRefusedException(errors());
        }
    }

    /** By field, as other problems list them. */
    List<FieldError> errors() {
        return errors.stream().sorted(Comparator.comparing(FieldError::field)).toList();
    }
}
