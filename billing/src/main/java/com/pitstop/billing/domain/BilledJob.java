package com.pitstop.billing.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.pitstop.shared.InvalidValueException;

/**
 * A finished job, as far as it costs something.
 *
 * @param worked how long it really took
 */
public record BilledJob(
        UUID jobId,
        String licenseNumber,
        String description,
        LocalDate workedOn,
        Duration worked,
        List<BilledPart> parts) {

    public BilledJob {
        parts = List.copyOf(parts);
        if (worked.isNegative() || worked.isZero()) {
            throw new InvalidValueException("worked-time", "A job takes some time, but this one took " + worked);
        }
    }
}
