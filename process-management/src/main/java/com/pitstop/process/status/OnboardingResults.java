package com.pitstop.process.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.pitstop.process.slips.SlipState;
import com.pitstop.process.slips.Step;
import com.pitstop.process.slips.StepState;

/**
 * What came of an onboarding: what is there now. Of one that was undone that is nothing.
 *
 * @param outcome of one that has ended; while something is queued, how far it has come
 * @param reason why it ended so, empty when there is nothing to tell
 * @param customerId null when nobody is a customer by it
 * @param alreadyExists whether they were one before
 * @param services what was set up for them: BILLING_ACCOUNT, CONTACT_PREFERENCES, WELCOME_MAIL
 * @param queued names of the steps that are tried until they are done, though somebody is a customer already
 * @param made what each step that was done has made, by the name of the step
 * @param warnings what was to be done and is not
 */
public record OnboardingResults(
        UUID trackingNumber,
        String process,
        int version,
        SlipState outcome,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String customerId,
        boolean alreadyExists,
        List<RegisteredVehicle> vehicles,
        List<String> services,
        List<String> queued,
        Map<String, Map<String, Object>> made,
        List<String> warnings) {

    private static final String REGISTER_CUSTOMER = "register-customer";
    private static final String ALREADY_EXISTS = "alreadyExists";
    private static final Map<String, String> SERVICES = Map.of(
            "open-billing-account", "BILLING_ACCOUNT",
            "set-contact-preferences", "CONTACT_PREFERENCES",
            "send-welcome", "WELCOME_MAIL");

    /**
     * A vehicle of the new customer.
     *
     * @param alreadyExists whether it was theirs before
     */
    public record RegisteredVehicle(String licenseNumber, boolean alreadyExists) {}

    public OnboardingResults {
        vehicles = List.copyOf(vehicles);
        services = List.copyOf(services);
        queued = List.copyOf(queued);
        made = Map.copyOf(made);
        warnings = List.copyOf(warnings);
    }

    static OnboardingResults of(Situation now, ProcessResults results) {
        var customer = done(now, REGISTER_CUSTOMER).findFirst().map(Step::data);
        return new OnboardingResults(
                results.trackingNumber(),
                results.process(),
                results.version(),
                results.outcome(),
                results.reason(),
                results.startedAt(),
                results.endedAt(),
                customer.map(data -> String.valueOf(data.get("customerId"))).orElse(null),
                customer.filter(OnboardingResults::existed).isPresent(),
                done(now, "register-vehicle").map(OnboardingResults::vehicle).toList(),
                done(now, "").flatMap(OnboardingResults::service).distinct().toList(),
                Situation.names(queued(now)),
                results.made(),
                warnings(now));
    }

    /** In the order of the itinerary; of all activities if none is named. */
    private static Stream<Step> done(Situation now, String activity) {
        return now.in(StepState.COMPLETED).stream()
                .filter(step -> activity.isEmpty() || step.activity().equals(activity));
    }

    private static RegisteredVehicle vehicle(Step step) {
        return new RegisteredVehicle(String.valueOf(step.data().get("licenseNumber")), existed(step.data()));
    }

    private static Stream<String> service(Step step) {
        return Optional.ofNullable(SERVICES.get(step.activity())).stream();
    }

    private static boolean existed(Map<String, Object> data) {
        return Boolean.TRUE.equals(data.get(ALREADY_EXISTS));
    }

    private static List<Step> queued(Situation now) {
        return now.isPastPivot() && !now.slip().state().isOver()
                ? now.steps().stream()
                        .filter(step -> step.state().isOpen() || waitsForAPerson(now, step))
                        .toList()
                : List.of();
    }

    private static boolean waitsForAPerson(Situation now, Step step) {
        return now.incidents().stream().anyMatch(incident -> incident.step().equals(step.name()));
    }

    /** What failed and was done by a later step is nothing to warn of. */
    private static List<String> warnings(Situation now) {
        return Stream.concat(
                        now.in(StepState.FAILED, StepState.COMPENSATION_FAILED).stream()
                                .filter(step ->
                                        done(now, step.activity()).findAny().isEmpty())
                                .map(step -> "%s failed: %s".formatted(step.name(), step.lastError())),
                        queued(now).stream().map(step -> "%s is still to be done".formatted(step.name())))
                .toList();
    }
}
