package com.pitstop.process.intake;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Decides which inspections can be begun. */
@Component
public class InspectionIntake {

    /**
     * What the process begins with.
     *
     * @throws IntakeRefusedException naming all that is wrong
     */
    public Map<String, Object> variables(InspectionRequest request) {
        var checks = new Checks();
        var slot = request.preferredSlot();
        checks.vehicleOf(request.customerId(), request.licenseNumber());
        if (slot != null) {
            checks.slot("preferredSlot", slot);
        }
        checks.requireNone();
        return new Plain()
                .with("customerId", String.valueOf(request.customerId()))
                .with("licenseNumber", String.valueOf(request.licenseNumber()).toUpperCase(Locale.ROOT))
                .with("start", slot == null ? null : String.valueOf(slot.start()))
                .with("end", slot == null ? null : String.valueOf(slot.end()))
                .map();
    }
}
