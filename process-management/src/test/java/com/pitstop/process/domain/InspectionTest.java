package com.pitstop.process.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.ItineraryRevised;
import com.pitstop.shared.process.RoutingSlipCompleted;
import com.pitstop.shared.process.RoutingSlipTerminated;
import com.pitstop.shared.process.StepFailed;
import com.pitstop.shared.process.StepUndoRequested;

import static com.pitstop.process.domain.Visit.ANNAS_CAR;
import static org.assertj.core.api.Assertions.assertThat;

/** The inspection of a vehicle, once a year, by the definition as it is delivered. It begins on 23 November 2026 at nine. */
class InspectionTest {

    private static final Map<String, Object> TUESDAY = Map.of("start", "2026-12-01T09:00", "end", "2026-12-01T10:00");
    private static final Map<String, Object> LATER = Map.of("start", "2026-12-15T09:00", "end", "2026-12-15T10:00");

    @Nested
    class AnInvitation {

        @Test
        void isFollowedByAReminderAfterAWeekAndClosedAfterThirtyDays() {
            var inspection = invited();
            assertThat(inspection.asked()).containsExactly("invite");

            inspection.timePasses();
            assertThat(inspection.journey.now).isEqualTo(at("2026-11-30T08:00:00Z"));
            assertThat(inspection.asked()).containsExactly("invite", "remind");
            inspection.done("remind");

            inspection.timePasses();
            assertThat(inspection.journey.now).isEqualTo(at("2026-12-23T08:00:00Z"));
            assertThat(inspection.last())
                    .isEqualTo(
                            new RoutingSlipTerminated(Journey.TRACKING_NUMBER, "Nobody chose a slot within 30 days"));
            assertThat(inspection.journey.all(StepFailed.class)).isEmpty();
        }

        @Test
        void needsNoReminderWhenASlotIsChosen() {
            var inspection = invited().signal("slot-chosen", TUESDAY);

            assertThat(inspection.asked()).containsExactly("invite", "plan-inspection");
            assertThat(inspection.argumentsOf("plan-inspection")).containsAllEntriesOf(TUESDAY);
        }

        @Test
        void isAcceptedAlsoAfterTheReminder() {
            var inspection = invited().timePasses().done("remind").signal("slot-chosen", TUESDAY);

            assertThat(inspection.asked()).containsExactly("invite", "remind", "plan-inspection");
        }

        @Test
        void isNotNeededForWhoChoseASlotAtOnce() {
            assertThat(begun(TUESDAY).asked()).containsExactly("plan-inspection");
        }

        @Test
        void offersAnotherSlotWhenTheChosenOneIsTaken() {
            var inspection = begun(TUESDAY).refused("plan-inspection").signal("slot-chosen", LATER);

            assertThat(inspection.argumentsOf("plan-inspection")).containsAllEntriesOf(LATER);
        }

        @Test
        void waitsForAYearAfterTheLastInspection() {
            var inspection = begun(Map.of("again", true));
            assertThat(inspection.asked()).isEmpty();

            inspection.timePasses();

            assertThat(inspection.journey.now).isEqualTo(at("2027-11-23T08:00:00Z"));
            assertThat(inspection.asked()).containsExactly("invite");
        }

        @Test
        void waitsNoLongerThanSomebodyWants() {
            var inspection = begun(Map.of("again", true)).signal("invitation-due", Map.of());

            assertThat(inspection.asked()).containsExactly("invite");
        }
    }

    @Nested
    class AResult {

        @Test
        void thatIsGoodBeginsTheInspectionOfNextYear() {
            var inspection = recorded(Map.of("result", "PASSED"));

            assertThat(inspection.asked()).containsExactly("plan-inspection", "begin-next-inspection");
            assertThat(inspection.argumentsOf("begin-next-inspection"))
                    .isEqualTo(Map.of(
                            "process",
                            "periodic-inspection",
                            "with",
                            Map.of("customerId", "anna", "licenseNumber", "KN-16-RS", "again", true)));
            assertThat(inspection.done("begin-next-inspection").last()).isInstanceOf(RoutingSlipCompleted.class);
        }

        @Test
        void withDefectsLeadsToARepairInTheSlotThatCameWithIt() {
            var inspection = recorded(Map.of("result", "DEFECTS", "defects", "Brakes", "repairSlot", LATER));

            assertThat(inspection.journey.all(ItineraryRevised.class)).hasSize(1);
            assertThat(inspection.asked()).containsExactly("plan-inspection", "plan-repair");
            assertThat(inspection.argumentsOf("plan-repair"))
                    .containsAllEntriesOf(LATER)
                    .containsEntry("description", "Defects found at the inspection: Brakes");
            inspection.done("plan-repair").done("begin-next-inspection");
            assertThat(inspection.last()).isInstanceOf(RoutingSlipCompleted.class);
        }

        @Test
        void withDefectsAsksForASlotOtherwise() {
            var inspection = recorded(Map.of("result", "DEFECTS", "defects", "Brakes"));
            assertThat(inspection.asked()).endsWith("tell-defects");
            assertThat(inspection.argumentsOf("tell-defects")).containsEntry("text", "Brakes");

            inspection.done("tell-defects").signal("slot-chosen", LATER);

            assertThat(inspection.argumentsOf("plan-repair")).containsAllEntriesOf(LATER);
        }

        @Test
        void withDefectsForWhichNobodyChoosesASlotWaitsForAPerson() {
            var inspection = recorded(Map.of("result", "DEFECTS", "defects", "Brakes"))
                    .done("tell-defects")
                    .timePasses();

            assertThat(inspection.last()).isInstanceOf(IncidentOpened.class);
            assertThat(inspection.journey.all(StepUndoRequested.class)).isEmpty();
        }

        @Test
        void thatIsNoneLeadsToAnotherInspectionTwiceAndThenToAPerson() {
            var inspection = recorded(Map.of("result", "INCONCLUSIVE"));
            for (var round : List.of(2, 3)) {
                inspection
                        .done("tell-customer-" + round)
                        .signal("slot-chosen", LATER)
                        .done("plan-inspection-" + round)
                        .signal("inspection-recorded", Map.of("result", "INCONCLUSIVE"));
            }

            assertThat(inspection.asked())
                    .containsExactly(
                            "plan-inspection",
                            "tell-customer-2",
                            "plan-inspection-2",
                            "tell-customer-3",
                            "plan-inspection-3");
            assertThat(inspection.last())
                    .isInstanceOfSatisfying(
                            IncidentOpened.class,
                            incident -> assertThat(incident.message())
                                    .isEqualTo("3 inspections came to no result; somebody has to decide"));
        }

        @Test
        void thatComesTheSecondTimeIsAsGood() {
            var inspection = recorded(Map.of("result", "INCONCLUSIVE"))
                    .done("tell-customer-2")
                    .signal("slot-chosen", LATER)
                    .done("plan-inspection-2")
                    .signal("inspection-recorded", Map.of("result", "DEFECTS", "defects", "Rust", "repairSlot", LATER));

            assertThat(inspection.asked()).endsWith("plan-inspection-2", "plan-repair");
        }

        @Test
        void thatNobodyRecordsCancelsWhatWasPlanned() {
            var inspection = begun(TUESDAY).done("plan-inspection").timePasses();

            assertThat(undone(inspection)).containsExactly("plan-inspection");
        }
    }

    @Nested
    class ASale {

        @Test
        void endsAnInspectionThatIsNotPlanned() {
            var inspection = begun(Map.of("again", true)).sold();

            assertThat(inspection.last())
                    .isEqualTo(new RoutingSlipTerminated(Journey.TRACKING_NUMBER, "The vehicle was sold"));
            assertThat(inspection.journey.slip.timers()).isEmpty();
        }

        @Test
        void cancelsAnInspectionThatIsPlanned() {
            var inspection = begun(TUESDAY).done("plan-inspection").sold();
            assertThat(undone(inspection)).containsExactly("plan-inspection");

            inspection.done("plan-inspection");

            assertThat(inspection.last())
                    .isEqualTo(new RoutingSlipTerminated(Journey.TRACKING_NUMBER, "The vehicle was sold"));
        }

        @Test
        void leavesAnInspectionThatTookPlace() {
            var inspection =
                    recorded(Map.of("result", "DEFECTS", "defects", "Brakes")).sold();

            assertThat(undone(inspection)).isEmpty();
            assertThat(inspection.last()).isInstanceOf(RoutingSlipTerminated.class);
        }
    }

    private static Visit begun(Map<String, Object> with) {
        var variables = new HashMap<>(ANNAS_CAR);
        variables.putAll(with);
        return new Visit("periodic-inspection", variables);
    }

    private static Visit invited() {
        return begun(Map.of()).done("invite");
    }

    private static Visit recorded(Map<String, Object> result) {
        return begun(TUESDAY).done("plan-inspection").signal("inspection-recorded", result);
    }

    private static List<String> undone(Visit inspection) {
        return inspection.journey.all(StepUndoRequested.class).stream()
                .map(StepUndoRequested::step)
                .toList();
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
