package com.pitstop.chassis.steps;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.messaging.Setback;
import com.pitstop.shared.Refusal;
import com.pitstop.shared.process.StepOutcomeAsked;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepUndoRequested;

/**
 * Where a context takes what routing slips ask of it, and has it done. Every request gets one answer: also when this is
 * interrupted and begins again, and when two processes are at it. What was answered is not done again.
 */
public class ServiceDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceDesk.class);

    private final String participant;
    private final StepAnswers answers;
    private final Map<String, Activity> activities;

    /**
     * Opens the desk of a context.
     *
     * @param participant how slips call the context
     */
    public ServiceDesk(String participant, StepAnswers answers, List<? extends Activity> activities) {
        this.participant = participant;
        this.answers = answers;
        this.activities = activities.stream().collect(Collectors.toMap(Activity::name, Function.identity()));
    }

    public void take(StepRequested asked) {
        if (asked.participant().equals(participant)) {
            answer(asked.activity(), Step.of(asked), Activity::perform);
        }
    }

    public void take(StepUndoRequested asked) {
        if (asked.participant().equals(participant)) {
            answer(asked.activity(), Step.of(asked), Activity::undo);
        }
    }

    public void take(StepOutcomeAsked asked) {
        if (asked.participant().equals(participant)) {
            answer(asked.activity(), Step.of(asked), ServiceDesk::outcome);
        }
    }

    /** What could never be done was not done. */
    private static Reply outcome(Activity activity, Step step) {
        try {
            return activity.outcome(step);
        } catch (Refusal refusal) {
            return Reply.notDone();
        }
    }

    private void answer(String name, Step step, BiFunction<Activity, Step, Reply> work) {
        if (!answers.isGiven(step.stepKey())) {
            var reply = reply(activities.get(name), name, step, work);
            answers.give(step.trackingNumber(), step.stepKey(), reply);
        }
    }

    private Reply reply(@Nullable Activity activity, String name, Step step, BiFunction<Activity, Step, Reply> work) {
        if (activity == null) {
            return Reply.refused("unknown-activity", "There is no activity %s of %s".formatted(name, participant));
        }
        try {
            return work.apply(activity, step);
        } catch (Refusal refusal) {
            return Reply.refused(refusal.rule(), refusal.sentence());
        } catch (RuntimeException failure) {
            return replyTo(failure, step);
        }
    }

    private Reply replyTo(RuntimeException failure, Step step) {
        var refused = Refused.from(failure);
        if (refused.isPresent()) {
            return Reply.refused(refused.get().rule(), refused.get().sentence());
        }
        if (Setback.of(failure).isPresent()) {
            return Reply.failedForNow("Something that %s needs is away at the moment".formatted(participant));
        }
        LOG.warn("Step {} failed", step.stepKey(), failure);
        return Reply.failedForNow("Something went wrong in %s that nobody expected".formatted(participant));
    }
}
