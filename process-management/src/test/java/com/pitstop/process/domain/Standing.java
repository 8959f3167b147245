package com.pitstop.process.domain;

import java.util.Map;

import com.pitstop.process.slips.SlipState;
import com.pitstop.shared.process.Outcome;

import static com.pitstop.process.domain.Steps.step;
import static com.pitstop.process.slips.SlipState.CANCELLED;
import static com.pitstop.process.slips.SlipState.COMPENSATED;
import static com.pitstop.process.slips.SlipState.COMPENSATING;
import static com.pitstop.process.slips.SlipState.COMPENSATION_FAILED;
import static com.pitstop.process.slips.SlipState.COMPLETED;
import static com.pitstop.process.slips.SlipState.PAUSED;
import static com.pitstop.process.slips.SlipState.RESOLVED_MANUALLY;
import static com.pitstop.process.slips.SlipState.RUNNING;
import static com.pitstop.process.slips.SlipState.TERMINATED;
import static com.pitstop.process.slips.SlipState.WAITING_RETRY;
import static com.pitstop.process.slips.SlipState.WAITING_SIGNAL;

/** How things may stand with a slip, and with the step that is looked at: each state of either is there. */
enum Standing {
    DELIVER_HAS_NOT_BEGUN(RUNNING, StepState.PENDING, "deliver") {
        @Override
        Journey journey() {
            return begun();
        }
    },
    ORDER_IS_ASKED_FOR(RUNNING, StepState.RUNNING, "order") {
        @Override
        Journey journey() {
            return begun();
        }
    },
    ORDER_FAILED_FOR_NOW(WAITING_RETRY, StepState.WAITING_RETRY, "order") {
        @Override
        Journey journey() {
            var journey = begun();
            journey.answer("order", Outcome.FAILED_FOR_NOW);
            return journey;
        }
    },
    NOBODY_KNOWS_WHETHER_ORDER_WAS_DONE(RUNNING, StepState.OUTCOME_UNKNOWN, "order") {
        @Override
        Journey journey() {
            var journey = begun();
            journey.passTime();
            return journey;
        }
    },
    ORDER_IS_DONE(RUNNING, StepState.COMPLETED, "order") {
        @Override
        Journey journey() {
            var journey = begun();
            journey.answer("order", Outcome.COMPLETED);
            return journey;
        }
    },
    ORDER_WAS_NOT_NEEDED(RUNNING, StepState.SKIPPED, "order") {
        @Override
        Journey journey() {
            return along(ORDER.when("needed"));
        }
    },
    ORDER_FAILED_AND_IS_TOLERATED(RUNNING, StepState.FAILED, "order") {
        @Override
        Journey journey() {
            var journey = along(ORDER.whateverBecomesOfIt());
            journey.answer("order", Outcome.REFUSED);
            return journey;
        }
    },
    DELIVER_WAITS_FOR_GOODS(WAITING_SIGNAL, StepState.WAITING_SIGNAL, "deliver") {
        @Override
        Journey journey() {
            var journey = ORDER_IS_DONE.journey();
            journey.answer("deliver", Outcome.COMPLETED);
            return journey;
        }
    },
    DELIVER_WAITS_FOR_A_CHOICE(WAITING_SIGNAL, StepState.WAITING_SIGNAL, "deliver") {
        @Override
        Journey journey() {
            var journey = ORDER_IS_DONE.journey();
            journey.answer("deliver", Outcome.REFUSED);
            return journey;
        }
    },
    PAUSED_WHILE_ORDER_IS_ASKED_FOR(PAUSED, StepState.RUNNING, "order") {
        @Override
        Journey journey() {
            return paused(begun());
        }
    },
    PAUSED_BEFORE_DELIVER(PAUSED, StepState.PENDING, "deliver") {
        @Override
        Journey journey() {
            var journey = paused(begun());
            journey.answer("order", Outcome.COMPLETED);
            return journey;
        }
    },
    THE_PIVOT_IS_ASKED_FOR(RUNNING, StepState.RUNNING, "confirm") {
        @Override
        Journey journey() {
            var journey = DELIVER_WAITS_FOR_GOODS.journey();
            journey.signal("goods-received", Map.of());
            return journey;
        }
    },
    PAST_THE_PIVOT(RUNNING, StepState.RUNNING, "capture") {
        @Override
        Journey journey() {
            var journey = THE_PIVOT_IS_ASKED_FOR.journey();
            journey.answer("confirm", Outcome.COMPLETED);
            return journey;
        }
    },
    CAPTURE_FAILED_PAST_THE_PIVOT(RUNNING, StepState.FAILED, "capture") {
        @Override
        Journey journey() {
            var journey = PAST_THE_PIVOT.journey();
            journey.answer("capture", Outcome.REFUSED);
            return journey;
        }
    },
    DELIVER_IS_BEING_UNDONE(COMPENSATING, StepState.COMPENSATING, "deliver") {
        @Override
        Journey journey() {
            var journey = THE_PIVOT_IS_ASKED_FOR.journey();
            journey.answer("confirm", Outcome.REFUSED);
            return journey;
        }
    },
    DELIVER_IS_UNDONE_AND_ORDER_IS_NOT(COMPENSATING, StepState.COMPENSATED, "deliver") {
        @Override
        Journey journey() {
            var journey = DELIVER_IS_BEING_UNDONE.journey();
            journey.answer("deliver", Outcome.COMPLETED);
            return journey;
        }
    },
    UNDOING_DELIVER_FAILED_FOR_NOW(COMPENSATING, StepState.COMPENSATING, "deliver") {
        @Override
        Journey journey() {
            var journey = DELIVER_IS_BEING_UNDONE.journey();
            journey.answer("deliver", Outcome.FAILED_FOR_NOW);
            return journey;
        }
    },
    PAUSED_WHILE_DELIVER_IS_BEING_UNDONE(PAUSED, StepState.COMPENSATING, "deliver") {
        @Override
        Journey journey() {
            return paused(DELIVER_IS_BEING_UNDONE.journey());
        }
    },
    UNDOING_DELIVER_FAILED_AND_ORDER_IS_BEING_UNDONE(COMPENSATING, StepState.COMPENSATION_FAILED, "deliver") {
        @Override
        Journey journey() {
            var journey = DELIVER_IS_BEING_UNDONE.journey();
            journey.answer("deliver", Outcome.REFUSED);
            return journey;
        }
    },
    UNDOING_DELIVER_FAILED(COMPENSATION_FAILED, StepState.COMPENSATION_FAILED, "deliver") {
        @Override
        Journey journey() {
            var journey = UNDOING_DELIVER_FAILED_AND_ORDER_IS_BEING_UNDONE.journey();
            journey.answer("order", Outcome.COMPLETED);
            return journey;
        }
    },
    UNDOING_DELIVER_FAILED_AND_WAS_SEEN_TO_BUT_ORDER_WAS_NOT(
            COMPENSATION_FAILED, StepState.RESOLVED_MANUALLY, "deliver") {
        @Override
        Journey journey() {
            var journey = UNDOING_DELIVER_FAILED_AND_ORDER_IS_BEING_UNDONE.journey();
            journey.answer("order", Outcome.REFUSED);
            journey.wish(wishes -> wishes.skip("deliver", "The goods are lost"));
            return journey;
        }
    },
    ORDER_IS_BEING_UNDONE_AFTER_A_CANCELLATION(COMPENSATING, StepState.COMPENSATING, "order") {
        @Override
        Journey journey() {
            var journey = begun();
            journey.wish(wishes -> wishes.cancel("The customer is ill"));
            return journey;
        }
    },
    ALL_IS_DONE(COMPLETED, StepState.COMPLETED, "capture") {
        @Override
        Journey journey() {
            var journey = PAST_THE_PIVOT.journey();
            journey.answer("capture", Outcome.COMPLETED);
            return journey;
        }
    },
    ORDER_SAID_THAT_ALL_IS_DONE(TERMINATED, StepState.CANCELLED, "deliver") {
        @Override
        Journey journey() {
            var journey = begun();
            journey.answer("order", Outcome.TERMINATED);
            return journey;
        }
    },
    ALL_IS_UNDONE(COMPENSATED, StepState.COMPENSATED, "order") {
        @Override
        Journey journey() {
            var journey = DELIVER_IS_UNDONE_AND_ORDER_IS_NOT.journey();
            journey.answer("order", Outcome.COMPLETED);
            return journey;
        }
    },
    ALL_IS_CANCELLED(CANCELLED, StepState.CANCELLED, "deliver") {
        @Override
        Journey journey() {
            var journey = ORDER_IS_BEING_UNDONE_AFTER_A_CANCELLATION.journey();
            journey.answer("order", Outcome.COMPLETED);
            return journey;
        }
    },
    ALL_IS_SETTLED_BY_HAND(RESOLVED_MANUALLY, StepState.CANCELLED, "deliver") {
        @Override
        Journey journey() {
            var journey = begun();
            journey.wish(wishes -> wishes.resolve("Done at the counter"));
            return journey;
        }
    };

    private static final Steps ORDER = step("order", 1);

    final SlipState slip;
    final StepState state;
    final String step;

    Standing(SlipState slip, StepState state, String step) {
        this.slip = slip;
        this.state = state;
        this.step = step;
    }

    /** That leads there. */
    abstract Journey journey();

    private static Journey begun() {
        return along(ORDER);
    }

    private static Journey along(Steps order) {
        return Journey.along(
                order,
                step("deliver", 2).thenAwaiting("goods-received").orElse("slot-chosen"),
                step("confirm", 3).pivotal(),
                step("capture", 4));
    }

    private static Journey paused(Journey journey) {
        journey.wish(wishes -> wishes.pause("Stocktaking"));
        return journey;
    }
}
