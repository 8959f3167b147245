package com.pitstop.process.intake;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.pitstop.process.intake.RepairOrderRequest.Slot;

/** Looks at what somebody says by a signal on which the way of a process depends. Of other signals nothing is known here. */
@Component
public class SignalIntake {

    private static final List<String> RESULTS = List.of("PASSED", "DEFECTS", "INCONCLUSIVE");
    private static final int DEFECTS_LIMIT = 400;

    /**
     * Insists that it can be understood.
     *
     * @throws IntakeRefusedException naming all that is wrong
     */
    public void require(String signal, Map<String, Object> data) {
        var checks = new Checks();
        switch (signal) {
            case "assessed" -> {
                knowOnly(Set.of("condition", "findings"), data, checks);
                new Assessment(text(data.get("condition")), text(data.get("findings"))).check(checks);
            }
            case "inspection-recorded" -> checkResult(data, checks);
            default -> {
                // is for others
            }
        }
        checks.requireNone();
    }

    private static void checkResult(Map<String, Object> data, Checks checks) {
        knowOnly(Set.of("result", "defects", "repairSlot"), data, checks);
        var result = text(data.get("result"));
        checks.require(result != null && RESULTS.contains(result), "result", "must be one of " + RESULTS);
        if ("DEFECTS".equals(result) || data.containsKey("defects")) {
            checks.text("defects", text(data.get("defects")), DEFECTS_LIMIT);
        }
        if (data.get("repairSlot") instanceof Map<?, ?> slot) {
            checks.slot("repairSlot", new Slot(time(slot.get("start")), time(slot.get("end"))));
        } else {
            checks.require(!data.containsKey("repairSlot"), "repairSlot", "must have a start and an end");
        }
    }

    /** Whatever a signal says becomes a variable of the slip. */
    private static void knowOnly(Set<String> fields, Map<String, Object> data, Checks checks) {
        data.keySet().stream()
                .filter(field -> !fields.contains(field))
                .forEach(field -> checks.refuse(field, "is not known"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static @Nullable LocalDateTime time(@Nullable Object value) {
        try {
            return value instanceof String text ? LocalDateTime.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
