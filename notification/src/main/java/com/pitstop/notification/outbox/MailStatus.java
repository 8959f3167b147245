package com.pitstop.notification.outbox;

/** What is to become of a mail, or became of it. */
public enum MailStatus {

    /** Is sent as soon as it is due. */
    WAITING,

    SENT,

    /** Is not sent until an operator says so. */
    PARKED,

    /** Is never sent. */
    DISCARDED
}
