package com.pitstop.process.status;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.participants.Participant;
import com.pitstop.process.slips.Incident;
import com.pitstop.process.slips.Slip;
import com.pitstop.process.slips.Step;
import com.pitstop.process.slips.StepState;

/** A situation in plain words, in the garage's time. */
record Explanation(Health health, String text, @Nullable String action) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter IN_ANOTHER_YEAR =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    static Explanation of(Situation now) {
        if (now.slip().state().isOver()) {
            return healthy(ofEnd(now.slip()));
        }
        if (!now.incidents().isEmpty()) {
            return ofIncident(now.incidents().get(0));
        }
        return switch (now.slip().state()) {
            case PAUSED ->
                new Explanation(Health.BLOCKED, sentence("Paused", now.slip().reason()), "Resume it when it may go on");
            case COMPENSATION_FAILED ->
                new Explanation(
                        Health.BLOCKED,
                        sentence("Not everything could be undone", now.slip().reason()),
                        "See to what is left, and resolve it");
            case COMPENSATING -> recovering(ofUndoing(now));
            default -> ofWork(now);
        };
    }

    private static String ofEnd(Slip slip) {
        return switch (slip.state()) {
            case COMPLETED -> "Everything is done";
            case TERMINATED -> sentence("The rest was not needed", slip.reason());
            case CANCELLED -> sentence("Cancelled, and what was done is undone", slip.reason());
            case COMPENSATED -> sentence("It failed, and what was done is undone", slip.reason());
            default -> sentence("Brought to an end by an operator", slip.reason());
        };
    }

    private static Explanation ofIncident(Incident incident) {
        var what = incident.kind().equals("undo-failed") ? "cannot be undone" : "cannot be done";
        return new Explanation(
                Health.BLOCKED,
                sentence("%s %s".formatted(incident.step(), what), incident.message()),
                "Retry, skip or complete %s".formatted(incident.step()));
    }

    private static String ofUndoing(Situation now) {
        var compensation = now.compensation();
        var all = compensation.done().size() + compensation.pending().size();
        return "%s; %d of %d steps are undone"
                .formatted(
                        sentence("What was done is undone", now.slip().reason()),
                        compensation.done().size(),
                        all);
    }

    private static Explanation ofWork(Situation now) {
        var lost = now.in(StepState.OUTCOME_UNKNOWN);
        if (!lost.isEmpty()) {
            return recovering("%s, and is asked what became of %s; %s"
                    .formatted(unanswered(lost.get(0), now.clock()), lost.get(0).name(), attempts(lost.get(0))));
        }
        var waiting = now.in(StepState.WAITING_RETRY);
        if (!waiting.isEmpty()) {
            var next = waiting.get(0).nextTryAt();
            return next == null ? ofPause(waiting.get(0)) : recovering(ofRetry(waiting.get(0), next, now.clock()));
        }
        return now.signals().isEmpty() ? ofRunning(now) : healthy(ofSignals(now));
    }

    private static Explanation ofPause(Step step) {
        return new Explanation(
                Health.BLOCKED,
                "%s is paused, and is asked for %s when it is resumed".formatted(who(step), step.name()),
                "Resume %s when it may be asked again".formatted(Participant.spoken(step.participant())));
    }

    private static String ofRetry(Step step, Instant next, Clock clock) {
        var what = step.unanswered()
                ? unanswered(step, clock)
                : sentence("%s could not do %s".formatted(who(step), step.name()), step.lastError());
        return "%s; next try %s; %s".formatted(what, time(next, clock), attempts(step));
    }

    private static String ofSignals(Situation now) {
        return now.signals().stream()
                .map(signal -> "%s waits for %s until %s"
                        .formatted(signal.step(), signal.signal(), time(signal.until(), now.clock())))
                .collect(Collectors.joining("; "));
    }

    private static Explanation ofRunning(Situation now) {
        var running = now.in(StepState.RUNNING);
        var text = running.isEmpty()
                ? "About to go on"
                : running.stream()
                        .map(step -> "%s is asked for %s since %s"
                                .formatted(who(step), step.name(), since(step, now.clock())))
                        .collect(Collectors.joining("; "));
        var again = running.stream().anyMatch(step -> step.attempts() > 1);
        return again ? recovering(text) : healthy(text);
    }

    private static String unanswered(Step step, Clock clock) {
        return "%s has not answered since %s".formatted(who(step), since(step, clock));
    }

    private static String attempts(Step step) {
        return "%d of %d attempts used".formatted(step.attempts(), step.maxAttempts());
    }

    private static String since(Step step, Clock clock) {
        var asked = step.askedAt();
        return asked == null ? "now" : time(asked, clock);
    }

    private static String time(Instant moment, Clock clock) {
        var local = moment.atZone(clock.getZone());
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        if (local.getYear() != today.getYear()) {
            return local.format(IN_ANOTHER_YEAR);
        }
        return local.format(local.toLocalDate().equals(today) ? TIME : DAY_AND_TIME);
    }

    private static String who(Step step) {
        var name = Participant.spoken(step.participant());
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String sentence(String what, String why) {
        return why.isEmpty() ? what : "%s: %s".formatted(what, why);
    }

    private static Explanation healthy(String text) {
        return new Explanation(Health.HEALTHY, text, null);
    }

    private static Explanation recovering(String text) {
        return new Explanation(Health.RECOVERING, text, null);
    }
}
