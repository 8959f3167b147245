package com.pitstop.notification.domain;

/** What the garage mails about. */
public enum MailKind {
    WELCOME,
    JOB_PLANNED,
    JOB_MOVED,
    JOB_CANCELLED,

    /** The working day before a job. */
    REMINDER,

    READY_FOR_PICKUP,
    INVOICE
}
