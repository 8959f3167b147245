package com.pitstop.process.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static com.pitstop.process.domain.Journey.along;
import static com.pitstop.process.domain.Steps.step;
import static com.pitstop.shared.process.Outcome.COMPLETED;
import static com.pitstop.shared.process.Outcome.FAILED_FOR_NOW;
import static com.pitstop.shared.process.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

/** Why somebody stepped in is in the events, whatever the wish and whenever it comes, and so in the audit log. */
class WishesOnRecordTest {

    private static final String REASON = "Marit has called";

    @Test
    void ofTheSlipAsAWhole() {
        assertOnRecord(along(step("order", 1)), wishes -> wishes.pause(REASON));
        assertOnRecord(along(step("order", 1)), wishes -> wishes.cancel(REASON));
        assertOnRecord(along(step("order", 1)), wishes -> wishes.resolve(REASON));
        assertOnRecord(
                along(step("order", 1)),
                wishes -> wishes.revise(List.of(step("other", 2).made()), REASON));
        var paused = along(step("order", 1));
        paused.wish(wishes -> wishes.pause("lunch"));
        assertOnRecord(paused, wishes -> wishes.resume(REASON));
    }

    @Test
    void ofAStepThatWaitsForItsNextTry() {
        assertOnRecord(waiting(), wishes -> wishes.retry("order", REASON));
        assertOnRecord(waiting(), wishes -> wishes.skip("order", REASON));
    }

    @Test
    void ofAStepThatFailedPastThePivot() {
        assertOnRecord(failed(), wishes -> wishes.retry("capture", REASON));
        assertOnRecord(failed(), wishes -> wishes.skip("capture", REASON));
        assertOnRecord(failed(), wishes -> wishes.complete("capture", Map.of(), REASON));
    }

    @Test
    void ofAnUndo() {
        var waiting = undoing();
        waiting.answer("order", FAILED_FOR_NOW);
        assertOnRecord(waiting, wishes -> wishes.retry("order", REASON));
        assertOnRecord(stranded(), wishes -> wishes.retry("order", REASON));
        assertOnRecord(stranded(), wishes -> wishes.skip("order", REASON));
        assertOnRecord(stranded(), wishes -> wishes.complete("order", Map.of(), REASON));
        assertOnRecord(stranded(), wishes -> wishes.resolve(REASON));
    }

    private static Journey waiting() {
        var journey = along(step("order", 1));
        journey.answer("order", FAILED_FOR_NOW);
        return journey;
    }

    private static Journey failed() {
        var journey = along(step("order", 1).pivotal(), step("capture", 2));
        journey.answer("order", COMPLETED);
        journey.answer("capture", REFUSED);
        return journey;
    }

    private static Journey undoing() {
        var journey = along(step("order", 1), step("pay", 2));
        journey.answer("order", COMPLETED);
        journey.answer("pay", REFUSED);
        return journey;
    }

    private static Journey stranded() {
        var journey = undoing();
        journey.answer("order", REFUSED);
        return journey;
    }

    private static void assertOnRecord(Journey journey, Consumer<Wishes> wish) {
        assertThat(journey.wish(wish)).anyMatch(event -> event.toString().contains(REASON));
    }
}
