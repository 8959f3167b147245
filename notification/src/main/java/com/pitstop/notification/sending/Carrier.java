package com.pitstop.notification.sending;

import com.pitstop.notification.outbox.Delivery;
import com.pitstop.notification.outbox.Mail;

/** Takes mails out of the house. */
interface Carrier {

    Delivery carry(Mail mail) throws UndeliveredException;

    /** Whether mails leave at the moment, for an operator. */
    String state();
}
