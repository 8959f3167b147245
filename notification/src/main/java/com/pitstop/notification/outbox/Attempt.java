package com.pitstop.notification.outbox;

/**
 * One try to send a mail.
 *
 * @param number counted from 1; one that another has followed has nothing to say any more
 */
public record Attempt(Mail mail, int number) {}
