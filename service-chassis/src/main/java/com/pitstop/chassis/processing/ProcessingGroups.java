package com.pitstop.chassis.processing;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.axonframework.config.ProcessingGroup;
import org.springframework.beans.factory.ListableBeanFactory;

/** The processing groups of a service, as its projections and policies declare them. */
record ProcessingGroups(ListableBeanFactory beans) {

    Stream<String> all() {
        return with(ProcessingGroup.class);
    }

    Stream<String> inOrder() {
        return with(InOrder.class);
    }

    private Stream<String> with(Class<? extends Annotation> annotation) {
        return Arrays.stream(beans.getBeanNamesForAnnotation(annotation))
                .map(name -> beans.findAnnotationOnBean(name, ProcessingGroup.class))
                .filter(Objects::nonNull)
                .map(ProcessingGroup::value)
                .distinct();
    }
}
