package com.pitstop.chassis.steps;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import com.pitstop.chassis.idempotency.AcceptedRequests;
import com.pitstop.chassis.idempotency.IdempotencyAutoConfiguration;
import com.pitstop.chassis.messaging.MessagingAutoConfiguration;
import com.pitstop.chassis.messaging.Reactions;

/** What contexts do for routing slips, for every service. */
@AutoConfiguration(after = {MessagingAutoConfiguration.class, IdempotencyAutoConfiguration.class})
public class StepsAutoConfiguration {

    @Bean
    CorrelationDataProvider stepOnRecord() {
        return new StepOnRecord();
    }

    @Bean
    StepAnswers stepAnswers(EventStore eventStore, Reactions reactions) {
        return new StepAnswers(eventStore, reactions);
    }

    @Bean
    StepCommands stepCommands(EventStore eventStore, Reactions reactions, AcceptedRequests acceptedRequests) {
        return new StepCommands(eventStore, reactions, acceptedRequests);
    }
}
