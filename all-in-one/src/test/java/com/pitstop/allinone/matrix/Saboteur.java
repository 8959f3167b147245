package com.pitstop.allinone.matrix;

import java.util.Optional;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.steps.CarriedStepAnswers;
import com.pitstop.chassis.steps.StepAnswers;
import com.pitstop.process.domain.Participants;

/** Puts mischief between the contexts of a garage. */
@Configuration(proxyBeanMethods = false)
class Saboteur {

    /** That is there before what it sends commands by. */
    @Bean
    Mischief mischief(
            ObjectProvider<StepAnswers> answers,
            ObjectProvider<EventProcessingConfiguration> processing,
            ObjectProvider<Reactions> reactions) {
        return new Mischief(answers, processing, reactions);
    }

    @Bean
    @Primary
    StepAnswers carriedStepAnswers(EventStore eventStore, Reactions reactions, Mischief mischief) {
        return new CarriedStepAnswers(eventStore, reactions, mischief);
    }

    @Bean
    ConfigurerModule mischiefInEveryGroup(Mischief mischief) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((configuration, group) -> mischief.in(group));
    }

    /** Or a participant that fails in many cases would be left alone in all of them. */
    @Bean
    @Primary
    Participants participantsNeverLeftAlone() {
        return (participant, now) -> Optional.empty();
    }
}
