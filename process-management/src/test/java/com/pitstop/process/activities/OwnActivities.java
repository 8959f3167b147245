package com.pitstop.process.activities;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.pitstop.chassis.steps.Activity;
import com.pitstop.chassis.steps.Reply;
import com.pitstop.chassis.steps.Step;
import com.pitstop.process.definition.Definitions;
import com.pitstop.shared.process.StepRequested;

/** What process management does itself and needs no command for, for tests of whole processes. */
public final class OwnActivities {

    private final Map<String, Activity> activities;

    public OwnActivities(Definitions definitions) {
        activities = Stream.of(new Waiting(), new Ending(), new JudgingInspection(definitions))
                .collect(Collectors.toMap(Activity::name, Function.identity()));
    }

    /** Empty for what others do. */
    public Optional<Reply> replyTo(StepRequested asked) {
        return Optional.ofNullable(activities.get(asked.activity()))
                .map(activity -> activity.perform(new Step(
                        asked.trackingNumber(),
                        asked.step(),
                        asked.stepKey(),
                        asked.attempt(),
                        asked.arguments(),
                        Map.of(),
                        "")));
    }
}
