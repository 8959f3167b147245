package com.pitstop.chassis.processing;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.axonframework.config.ProcessingGroup;
import org.springframework.beans.factory.ListableBeanFactory;

/** The processing groups of a service, as its projections and policies declare them. */
record ProcessingGroups(ListableBeanFactory beans) {

    Stream<String> all() {
        return namesOf(beansWith(ProcessingGroup.class));
    }

    Stream<String> inOrder() {
        return namesOf(beansWith(InOrder.class));
    }

    /** Those in order that somebody waits for. */
    Stream<String> awaitedInOrder() {
        return namesOf(beansWith(InOrder.class).filter(bean -> is(bean, InOrder::awaited)));
    }

    /** Those in order in which a parked event holds up all that follow. */
    Stream<String> inOneSequence() {
        return namesOf(beansWith(InOrder.class).filter(bean -> is(bean, InOrder::parkedHoldsUpAll)));
    }

    private Stream<String> beansWith(Class<? extends Annotation> annotation) {
        return Arrays.stream(beans.getBeanNamesForAnnotation(annotation));
    }

    private boolean is(String bean, Predicate<InOrder> wanted) {
        var inOrder = beans.findAnnotationOnBean(bean, InOrder.class);
        return inOrder != null && wanted.test(inOrder);
    }

    private Stream<String> namesOf(Stream<String> handlers) {
        return handlers.map(bean -> beans.findAnnotationOnBean(bean, ProcessingGroup.class))
                .filter(Objects::nonNull)
                .map(ProcessingGroup::value)
                .distinct();
    }
}
