package com.pitstop.workshop.domain;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.RuleViolatedException;

/**
 * One job of a day.
 *
 * @param actual when it was worked on, null until it is finished
 * @param notes of who finished it, null until then
 * @param cancellationReason null unless it is cancelled
 */
record Job(
        String licenseNumber,
        Timeslot planned,
        @Nullable Timeslot actual,
        @Nullable String notes,
        @Nullable String cancellationReason) {

    static Job planned(String licenseNumber, Timeslot timeslot) {
        return new Job(licenseNumber, timeslot, null, null, null);
    }

    Job rescheduled(Timeslot timeslot) {
        return new Job(licenseNumber, timeslot, actual, notes, cancellationReason);
    }

    Job finished(Timeslot timeslot, String notes) {
        return new Job(licenseNumber, planned, timeslot, notes, cancellationReason);
    }

    Job cancelled(String reason) {
        return new Job(licenseNumber, planned, actual, notes, reason);
    }

    boolean isFinishedWith(Timeslot timeslot, String notes) {
        return timeslot.equals(actual) && notes.equals(this.notes);
    }

    boolean isCancelledFor(String reason) {
        return reason.equals(cancellationReason);
    }

    /** The time during which nobody else can have the workstation or the vehicle. Nothing once it is cancelled. */
    Optional<Timeslot> occupied() {
        return cancellationReason == null ? Optional.of(actual == null ? planned : actual) : Optional.empty();
    }

    void requireOpen() {
        if (actual != null) {
            throw new RuleViolatedException("job-open", "This job is finished");
        }
        if (cancellationReason != null) {
            throw new RuleViolatedException("job-open", "This job is cancelled");
        }
    }
}
