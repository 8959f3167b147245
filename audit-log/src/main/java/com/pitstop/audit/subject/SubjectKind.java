package com.pitstop.audit.subject;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What has a timeline, and how events and commands name one. */
public enum SubjectKind {
    CUSTOMER("customerId|ownerId|owner"),
    VEHICLE("licenseNumber"),
    JOB("jobId");

    private final Pattern names;

    SubjectKind(String names) {
        this.names = Pattern.compile("(?i).*(%s)".formatted(names));
    }

    /** By the end of the name of a component: the previous owner is a customer too. */
    static Optional<SubjectKind> namedBy(String component) {
        return Stream.of(values())
                .filter(kind -> kind.names.matcher(component).matches())
                .findFirst();
    }
}
