package com.pitstop.process.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.pitstop.shared.process.NoBranchTaken;
import com.pitstop.shared.process.RoutingSlipCompensated;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.StepUndoRequested;

import static com.pitstop.process.domain.Visit.ANNAS_CAR;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a vehicle that somebody has a first look at, by the definition as it is delivered. */
class TriageTest {

    private static final Map<String, Object> MORNING = Map.of("start", "2026-11-24T09:00", "end", "2026-11-24T10:00");

    @Test
    void immobilisesAnUnsafeVehicleAndAlertsTheChiefMechanic() {
        var triage = found("UNSAFE", Map.of());

        assertThat(triage.asked()).containsExactly("immobilise", "alert-chief-mechanic");
        assertThat(triage.argumentsOf("immobilise")).containsEntry("reason", "Worn tyres");
        assertThat(triage.argumentsOf("alert-chief-mechanic")).containsEntry("recipient", "CHIEF_MECHANIC");
        triage.done("immobilise").done("alert-chief-mechanic");
        assertThat(triage.last()).isInstanceOf(RoutingSlipCompleted.class);
    }

    @Test
    void releasesNoUnsafeVehicleOnlyBecauseNobodyCouldBeTold() {
        var triage = found("UNSAFE", Map.of()).refused("alert-chief-mechanic").done("immobilise");

        assertThat(triage.last()).isInstanceOf(RoutingSlipCompleted.class);
        assertThat(triage.journey.all(StepUndoRequested.class)).isEmpty();
    }

    @Test
    void plansAJobForAVehicleThatNeedsAttention() {
        var triage = found("ATTENTION", MORNING);

        assertThat(triage.asked()).containsExactly("plan-job");
        assertThat(triage.argumentsOf("plan-job"))
                .containsEntry("description", "Needs attention: Worn tyres")
                .containsEntry("start", "2026-11-24T09:00");
        assertThat(triage.done("plan-job").last()).isInstanceOf(RoutingSlipCompleted.class);
    }

    @Test
    void waitsForASlotWhenNobodySaidOne() {
        var triage = found("ATTENTION", Map.of());
        assertThat(triage.asked()).isEmpty();

        triage.signal("slot-chosen", MORNING);

        assertThat(triage.argumentsOf("plan-job")).containsAllEntriesOf(MORNING);
    }

    @Test
    void triesAnotherSlotWhenTheFirstIsTaken() {
        var triage = found("ATTENTION", MORNING).refused("plan-job");

        triage.signal("slot-chosen", Map.of("start", "2026-11-25T09:00", "end", "2026-11-25T10:00"));

        assertThat(triage.argumentsOf("plan-job")).containsEntry("start", "2026-11-25T09:00");
    }

    @Test
    void advisesTheOwnerOfAVehicleThatIsFine() {
        var triage = found("FINE", Map.of());

        assertThat(triage.asked()).containsExactly("send-advice");
        assertThat(triage.done("send-advice").last()).isInstanceOf(RoutingSlipCompleted.class);
    }

    @Test
    void waitsForSomebodyToLook() {
        var triage = new Visit("vehicle-triage", ANNAS_CAR);
        assertThat(triage.asked()).isEmpty();

        triage.signal("assessed", Map.of("condition", "FINE", "findings", "All well"));

        assertThat(triage.asked()).containsExactly("send-advice");
        assertThat(triage.argumentsOf("send-advice")).containsEntry("text", "All well");
    }

    @Test
    void endsWhenNobodyLooks() {
        assertThat(new Visit("vehicle-triage", ANNAS_CAR).timePasses().last())
                .isInstanceOf(RoutingSlipCompensated.class);
    }

    @Test
    void saysSoWhenNoWayFitsTheCondition() {
        var triage = found("DOUBTFUL", Map.of());

        assertThat(triage.journey.all(NoBranchTaken.class))
                .containsExactly(new NoBranchTaken(
                        Journey.TRACKING_NUMBER,
                        List.of("immobilise", "alert-chief-mechanic", "plan-job", "send-advice")));
    }

    private static Visit found(String condition, Map<String, Object> slot) {
        var variables = new HashMap<>(ANNAS_CAR);
        variables.putAll(slot);
        variables.put("condition", condition);
        variables.put("findings", "Worn tyres");
        return new Visit("vehicle-triage", variables);
    }
}
