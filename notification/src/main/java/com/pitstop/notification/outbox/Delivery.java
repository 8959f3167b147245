package com.pitstop.notification.outbox;

/** How a mail left. */
public enum Delivery {

    /** A mail server took it. */
    SMTP,

    /** There is no mail server, and the log says that it would have been sent. */
    LOGGED
}
