package com.pitstop.notification.sending;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.pitstop.notification.outbox.Delivery;
import com.pitstop.notification.outbox.Mail;

/** What stands in for a mail server where there is none. Neither address nor text gets into the log. */
class LogOnly implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(LogOnly.class);

    @Override
    public Delivery carry(Mail mail) {
        LOG.info("There is no mail server: {} for customer {}, mail {}", mail.kind(), mail.customerId(), mail.mailId());
        return Delivery.LOGGED;
    }

    @Override
    public String state() {
        return "none";
    }
}
