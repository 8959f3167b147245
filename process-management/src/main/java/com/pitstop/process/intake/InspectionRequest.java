package com.pitstop.process.intake;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.intake.RepairOrderRequest.Slot;
import com.pitstop.shared.vehicle.LicenseNumber;

import io.swagger.v3.oas.annotations.media.Schema;

/** A vehicle to be inspected, once a year from now on. With a slot nobody is invited first. Whatever is left out is null. */
public record InspectionRequest(
        @Nullable UUID customerId,
        @Schema(pattern = LicenseNumber.PATTERN) @Nullable String licenseNumber,
        @Nullable Slot preferredSlot) {}
