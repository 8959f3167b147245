package com.pitstop.process.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.stock.WantedPart;
import com.pitstop.shared.vehicle.LicenseNumber;

import io.swagger.v3.oas.annotations.media.Schema;

import static java.util.Objects.requireNonNull;

/** What is to be repaired, when, with what parts, and who pays how much. Whatever is left out is null. */
public record RepairOrderRequest(
        @Nullable UUID customerId,
        @Schema(pattern = LicenseNumber.PATTERN) @Nullable String licenseNumber,
        @Nullable List<@Nullable Line> lines,
        @Nullable BigDecimal amount,
        @Schema(maxLength = 64) @Nullable String card,
        @Nullable Slot preferredSlot,
        @Schema(maxLength = 500) @Nullable String description) {

    /**
     * Parts that it takes.
     *
     * @param onOrder whether they are not on the shelf and are to be ordered
     */
    public record Line(
            @Nullable String sku,
            @Nullable Integer quantity,
            @Nullable Boolean onOrder) {

        static final Line UNKNOWN = new Line(null, null, null);

        boolean isOnOrder() {
            return Boolean.TRUE.equals(onOrder);
        }

        WantedPart asWanted() {
            return new WantedPart(requireNonNull(sku).toUpperCase(Locale.ROOT), requireNonNull(quantity), isOnOrder());
        }

        Map<String, Object> asVariables() {
            return new Plain()
                    .with("sku", sku == null ? null : sku.toUpperCase(Locale.ROOT))
                    .with("quantity", quantity)
                    .map();
        }
    }

    /** In the garage's time. */
    public record Slot(
            @Nullable LocalDateTime start, @Nullable LocalDateTime end) {

        static final Slot UNKNOWN = new Slot(null, null);
    }

    List<Line> allLines() {
        return lines == null
                ? List.of()
                : lines.stream().map(line -> line == null ? Line.UNKNOWN : line).toList();
    }

    Slot slot() {
        return preferredSlot == null ? Slot.UNKNOWN : preferredSlot;
    }

    /** Without the card: whoever fills in a number should not find it in a log. */
    @Override
    public String toString() {
        return "RepairOrderRequest[customerId=%s, licenseNumber=%s]".formatted(customerId, licenseNumber);
    }
}
