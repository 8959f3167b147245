package com.pitstop.process.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.pitstop.process.activities.OwnActivities;
import com.pitstop.process.calendar.DeadlinesOfTheGarage;
import com.pitstop.process.definition.Definitions;
import com.pitstop.process.definition.DeliveredDefinitions;
import com.pitstop.shared.process.Outcome;
import com.pitstop.shared.process.StepRequested;

/** A journey along a process as it is delivered. What process management does itself is done at once. */
final class Visit {

    static final Map<String, Object> ANNAS_CAR = Map.of("customerId", "anna", "licenseNumber", "KN-16-RS");

    private static final Definitions DEFINITIONS = DeliveredDefinitions.definitions();
    private static final OwnActivities OWN = new OwnActivities(DEFINITIONS);

    final Journey journey = new Journey();

    Visit(String process, Map<String, Object> variables) {
        journey.conditions = DeliveredDefinitions.conditions();
        journey.deadlines = DeadlinesOfTheGarage.deadlines();
        var definition = DEFINITIONS.newest(process);
        journey.turn(turn -> turn.start(process, definition.version(), definition.itinerary(variables), variables));
        settle();
    }

    /** Its participant has done it. */
    Visit done(String step) {
        return done(step, Map.of());
    }

    Visit done(String step, Map<String, Object> data) {
        journey.answer(step, Outcome.COMPLETED, data);
        return settle();
    }

    Visit refused(String step) {
        journey.answer(step, Outcome.REFUSED);
        return settle();
    }

    Visit signal(String signal, Map<String, Object> data) {
        journey.signal(signal, data);
        return settle();
    }

    /** Until the next timer. */
    Visit timePasses() {
        journey.passTime();
        return settle();
    }

    Visit sold() {
        journey.wish(wishes -> wishes.callOff("The vehicle was sold"));
        return settle();
    }

    /** What others were asked for, in that order. */
    List<String> asked() {
        return journey.all(StepRequested.class).stream()
                .filter(request -> !request.participant().equals("process")
                        || request.activity().equals("begin"))
                .map(StepRequested::step)
                .toList();
    }

    Map<String, Object> argumentsOf(String step) {
        return journey.slip.step(step).arguments();
    }

    Object last() {
        return journey.events.get(journey.events.size() - 1);
    }

    private Visit settle() {
        for (var open = own(); open.isPresent(); open = own()) {
            var answer = open.get();
            journey.turn(turn -> turn.take(answer));
        }
        return this;
    }

    private Optional<Answer> own() {
        return journey.all(StepRequested.class).stream()
                .filter(request -> journey.slip.waitingFor(request.stepKey()).isPresent())
                .flatMap(request -> OWN.replyTo(request).stream()
                        .map(reply -> new Answer(
                                request.stepKey(),
                                reply.outcome().orElseThrow(),
                                reply.data(),
                                reply.variables(),
                                reply.rule(),
                                reply.message(),
                                reply.pause(),
                                reply.rest())))
                .findFirst();
    }
}
