package com.pitstop.process.intake;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Decides which triages can be begun. */
@Component
public class TriageIntake {

    /**
     * What the process begins with.
     *
     * @throws IntakeRefusedException naming all that is wrong
     */
    public Map<String, Object> variables(TriageRequest request) {
        var checks = new Checks();
        var assessment = new Assessment(request.condition(), request.findings());
        var slot = request.preferredSlot();
        checks.vehicleOf(request.customerId(), request.licenseNumber());
        if (assessment.isGiven()) {
            assessment.check(checks);
        }
        if (slot != null) {
            checks.slot("preferredSlot", slot);
        }
        checks.requireNone();
        return new Plain()
                .with("customerId", String.valueOf(request.customerId()))
                .with("licenseNumber", String.valueOf(request.licenseNumber()).toUpperCase(Locale.ROOT))
                .with("condition", request.condition())
                .with("findings", request.findings())
                .with("start", slot == null ? null : String.valueOf(slot.start()))
                .with("end", slot == null ? null : String.valueOf(slot.end()))
                .map();
    }
}
