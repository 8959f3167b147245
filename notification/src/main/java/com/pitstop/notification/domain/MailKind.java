package com.pitstop.notification.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What the garage mails about. */
public enum MailKind {
    WELCOME,
    JOB_PLANNED,
    JOB_MOVED,
    JOB_CANCELLED,

    /** The working day before a job. */
    REMINDER,

    READY_FOR_PICKUP,
    INVOICE,

    /** A vehicle was looked at and is fine. */
    ADVICE,

    /** A vehicle is due for its periodic inspection. */
    INSPECTION_DUE,

    INSPECTION_REMINDER,

    /** An inspection came to no result, and is needed once more. */
    INSPECTION_AGAIN,

    DEFECTS_FOUND,

    /** To the chief mechanic. */
    UNSAFE_VEHICLE;

    private static final Set<MailKind> NOTICES = Collections.unmodifiableSet(EnumSet.range(ADVICE, UNSAFE_VEHICLE));
    private static final Set<MailKind> OF_CUSTOMERS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(UNSAFE_VEHICLE)));

    /** Those that processes ask for. All others follow from what happens. */
    public static Set<MailKind> notices() {
        return NOTICES;
    }

    /** Those that customers get. */
    public static Set<MailKind> ofCustomers() {
        return OF_CUSTOMERS;
    }
}
