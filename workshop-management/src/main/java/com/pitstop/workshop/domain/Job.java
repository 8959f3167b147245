package com.pitstop.workshop.domain;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.workshop.UsedPart;

/**
 * One job of a day.
 *
 * @param actual when it was worked on, null until it is finished
 * @param notes of who finished it, null until then
 * @param parts that it took, none until then
 * @param cancellationReason null unless it is cancelled
 */
record Job(
        String licenseNumber,
        Timeslot planned,
        @Nullable Timeslot actual,
        @Nullable String notes,
        List<UsedPart> parts,
        @Nullable String cancellationReason) {

    static Job planned(String licenseNumber, Timeslot timeslot) {
        return new Job(licenseNumber, timeslot, null, null, List.of(), null);
    }

    Job rescheduled(Timeslot timeslot) {
        return new Job(licenseNumber, timeslot, actual, notes, parts, cancellationReason);
    }

    Job finished(Timeslot timeslot, String notes, List<UsedPart> parts) {
        return new Job(licenseNumber, planned, timeslot, notes, parts, cancellationReason);
    }

    Job cancelled(String reason) {
        return new Job(licenseNumber, planned, actual, notes, parts, reason);
    }

    boolean isFinishedWith(Timeslot timeslot, String notes, UsedParts parts) {
        return timeslot.equals(actual)
                && notes.equals(this.notes)
                && parts.parts().equals(this.parts);
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
