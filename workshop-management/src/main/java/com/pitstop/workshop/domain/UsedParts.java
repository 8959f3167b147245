package com.pitstop.workshop.domain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.parts.Sku;
import com.pitstop.shared.workshop.UsedPart;

/** What went into a vehicle: each kind of part once, in the order of their numbers. */
public record UsedParts(List<UsedPart> parts) {

    /** More of one kind in one vehicle is a slip of the pen. */
    public static final int MOST_OF_A_KIND = 9999;

    public static final UsedParts NONE = new UsedParts(List.of());

    public UsedParts {
        parts = parts.stream()
                .map(part -> new UsedPart(new Sku(part.sku()).value(), part.quantity()))
                .sorted(Comparator.comparing(UsedPart::sku))
                .toList();
        parts.forEach(UsedParts::requireSensibleQuantity);
        requireEachOnce(parts);
    }

    public Stream<String> skus() {
        return parts.stream().map(UsedPart::sku);
    }

    private static void requireSensibleQuantity(UsedPart part) {
        if (part.quantity() < 1 || part.quantity() > MOST_OF_A_KIND) {
            throw new InvalidValueException(
                    "part-quantity",
                    "Of part %s 1 to %d were used, but not %d".formatted(part.sku(), MOST_OF_A_KIND, part.quantity()));
        }
    }

    private static void requireEachOnce(List<UsedPart> parts) {
        if (parts.stream().map(UsedPart::sku).distinct().count() < parts.size()) {
            throw new InvalidValueException("part-once", "A part is named twice among those that were used");
        }
    }
}
