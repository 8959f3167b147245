package com.pitstop.process.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

import com.pitstop.process.slips.SlipState;
import com.pitstop.process.status.CompensationPreview;
import com.pitstop.process.status.FindCompensationPreview;
import com.pitstop.process.status.FindOnboardingResults;
import com.pitstop.process.status.FindResults;
import com.pitstop.process.status.FindStatus;
import com.pitstop.process.status.OnboardingResults;
import com.pitstop.process.status.ProcessResults;
import com.pitstop.process.status.ProcessStatus;
import com.pitstop.shared.NotFoundException;

/** Looks routing slips up for controllers, and says so when there is none. */
@Component
class Processes {

    private final QueryGateway queries;

    Processes(QueryGateway queries) {
        this.queries = queries;
    }

    Optional<ProcessStatus> find(UUID trackingNumber) {
        return ask(new FindStatus(trackingNumber), ProcessStatus.class);
    }

    ProcessStatus status(UUID trackingNumber) {
        return find(trackingNumber).orElseThrow(() -> unknown(trackingNumber));
    }

    ProcessStatus status(UUID trackingNumber, String process) {
        return find(trackingNumber)
                .filter(status -> status.process().equals(process))
                .orElseThrow(() -> unknown(trackingNumber));
    }

    ProcessResults results(UUID trackingNumber) {
        return results(trackingNumber, any -> true);
    }

    ProcessResults results(UUID trackingNumber, String process) {
        return results(trackingNumber, process::equals);
    }

    private ProcessResults results(UUID trackingNumber, Predicate<String> process) {
        var results = ask(new FindResults(trackingNumber), ProcessResults.class)
                .filter(found -> process.test(found.process()))
                .orElseThrow(() -> unknown(trackingNumber));
        requireOver(trackingNumber, results.outcome());
        return results;
    }

    /** Also while something is queued that a customer does not have to wait for. */
    OnboardingResults onboarding(UUID trackingNumber, String process) {
        var results = ask(new FindOnboardingResults(trackingNumber), OnboardingResults.class)
                .filter(found -> found.process().equals(process))
                .orElseThrow(() -> unknown(trackingNumber));
        if (results.queued().isEmpty()) {
            requireOver(trackingNumber, results.outcome());
        }
        return results;
    }

    private static void requireOver(UUID trackingNumber, SlipState outcome) {
        if (!outcome.isOver() && outcome != SlipState.COMPENSATION_FAILED) {
            throw new NotOverException("Process %s is still %s".formatted(trackingNumber, outcome));
        }
    }

    CompensationPreview preview(UUID trackingNumber) {
        return ask(new FindCompensationPreview(trackingNumber), CompensationPreview.class)
                .orElseThrow(() -> unknown(trackingNumber));
    }

    BooleanSupplier shows(UUID trackingNumber, Predicate<ProcessStatus> change) {
        return () -> find(trackingNumber).filter(change).isPresent();
    }

    static NotFoundException unknown(UUID trackingNumber) {
        return new NotFoundException("known-process", "Process %s is not known".formatted(trackingNumber));
    }

    private <T> Optional<T> ask(Object query, Class<T> answer) {
        return queries.query(query, ResponseTypes.optionalInstanceOf(answer)).join();
    }
}
