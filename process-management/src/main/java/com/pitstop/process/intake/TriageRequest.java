package com.pitstop.process.intake;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.intake.RepairOrderRequest.Slot;
import com.pitstop.shared.vehicle.LicenseNumber;

import io.swagger.v3.oas.annotations.media.Schema;

/** A vehicle that somebody has a first look at, and what they found if they did so already. Whatever is left out is null. */
public record TriageRequest(
        @Nullable UUID customerId,
        @Schema(pattern = LicenseNumber.PATTERN) @Nullable String licenseNumber,

        @Schema(allowableValues = {"UNSAFE", "ATTENTION", "FINE"}) @Nullable
        String condition,

        @Schema(maxLength = Assessment.FINDINGS_LIMIT) @Nullable
        String findings,

        @Nullable Slot preferredSlot) {}
