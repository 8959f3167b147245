package com.pitstop.process.intake;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.pitstop.process.intake.RepairOrderRequest.Line;
import com.pitstop.process.stock.WantedPart;
import com.pitstop.shared.parts.Sku;
import com.pitstop.shared.vehicle.LicenseNumber;

import static java.util.Objects.requireNonNull;

/** Decides which repair orders can be begun. */
@Component
public class RepairOrderIntake {

    /** A token of the payment provider, which never reads like the number of a card. */
    private static final String CARD = "(?!.*(?:\\d[_-]?){13})[A-Za-z0-9_-]{1,64}";

    private static final int MOST_LINES = 50;
    private static final int MOST_PIECES = 999;
    private static final int DIGITS = 10;

    /**
     * What the process begins with.
     *
     * @throws IntakeRefusedException naming all that is wrong
     */
    public Map<String, Object> variables(RepairOrderRequest request) {
        var checks = new Checks();
        checks.require(request.customerId() != null, "customerId", "must not be blank");
        checks.requiredShape(
                "licenseNumber", request.licenseNumber(), LicenseNumber.PATTERN, "must read like KN-16-RS");
        checkLines(request.allLines(), checks);
        checkAmount(request.amount(), checks);
        checks.requiredShape(
                "card", request.card(), CARD, "must be what the payment provider calls the card, never a card number");
        checks.slot("preferredSlot", request.slot());
        if (request.description() != null) {
            checks.text("description", request.description(), 500);
        }
        if (!checks.errors().isEmpty()) {
            throw new IntakeRefusedException(checks.errors());
        }
        return asVariables(request);
    }

    /** What a request that can be begun takes from the shelf, or has ordered. */
    public static List<WantedPart> parts(RepairOrderRequest request) {
        return request.allLines().stream().map(Line::asWanted).toList();
    }

    private static void checkLines(List<Line> lines, Checks checks) {
        checks.require(lines.size() <= MOST_LINES, "lines", "must be at most %d".formatted(MOST_LINES));
        var seen = new HashSet<String>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var field = "lines[%d].".formatted(i);
            var sku = line.sku();
            var quantity = line.quantity();
            checks.requiredShape(field + "sku", sku, Sku.PATTERN, "must read like OIL-5W30-1L");
            checks.require(
                    sku == null || seen.add(sku.toUpperCase(Locale.ROOT)), field + "sku", "must not be there twice");
            checks.require(
                    quantity != null && quantity >= 1 && quantity <= MOST_PIECES,
                    field + "quantity",
                    "must be from 1 to %d".formatted(MOST_PIECES));
        }
    }

    private static void checkAmount(@Nullable BigDecimal amount, Checks checks) {
        checks.require(
                amount != null
                        && amount.signum() > 0
                        && amount.scale() <= 2
                        && amount.precision() - amount.scale() <= DIGITS,
                "amount",
                "must be above 0, with at most two decimals");
    }

    private static Map<String, Object> asVariables(RepairOrderRequest request) {
        var description = request.description();
        return new Plain()
                .with("customerId", String.valueOf(request.customerId()))
                .with("licenseNumber", String.valueOf(request.licenseNumber()).toUpperCase(Locale.ROOT))
                .with("lines", lines(request, false))
                .with("orders", lines(request, true))
                .with("amount", requireNonNull(request.amount()).setScale(2).toPlainString())
                .with("card", request.card())
                .with("start", String.valueOf(request.slot().start()))
                .with("end", String.valueOf(request.slot().end()))
                .with("description", description == null ? "Repair order" : description)
                .map();
    }

    private static List<Map<String, Object>> lines(RepairOrderRequest request, boolean onOrder) {
        return request.allLines().stream()
                .filter(line -> line.isOnOrder() == onOrder)
                .map(Line::asVariables)
                .toList();
    }
}
