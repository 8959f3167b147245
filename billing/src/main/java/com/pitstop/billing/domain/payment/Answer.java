package com.pitstop.billing.domain.payment;

/**
 * What a provider says to a request, or that it says nothing.
 *
 * @param detail why it refused, or where the customer confirms; empty otherwise
 */
public record Answer(Outcome outcome, String detail) {

    public static final Answer DONE = new Answer(Outcome.DONE, "");
    public static final Answer UNKNOWN = new Answer(Outcome.UNKNOWN, "");

    /** What became of a request. Pending and unknown are not the last word. */
    public enum Outcome {
        DONE,
        REFUSED,
        PENDING,
        UNKNOWN
    }

    public static Answer refused(String reason) {
        return new Answer(Outcome.REFUSED, reason);
    }

    public static Answer pending(String confirmationUrl) {
        return new Answer(Outcome.PENDING, confirmationUrl);
    }

    public boolean settles() {
        return outcome == Outcome.DONE || outcome == Outcome.REFUSED;
    }
}
