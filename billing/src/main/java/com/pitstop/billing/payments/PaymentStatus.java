package com.pitstop.billing.payments;

/** How far a payment has come, and what it waits for. */
public enum PaymentStatus {
    REQUESTED("The provider is asked to set the amount aside", true),
    AWAITING_CUSTOMER("The customer has to confirm the payment at the provider", true),
    AUTHORIZED("The amount is set aside, to be captured or voided", true),
    DECLINED("Nothing: the provider declined the payment", false),
    CAPTURE_REQUESTED("The provider is asked to capture the amount", true),
    CAPTURED("Nothing: the amount is captured", true),
    VOID_REQUESTED("The provider is asked to let go of what may be set aside", true),
    VOIDED("Nothing: the provider holds nothing", false),
    PARTIALLY_REFUNDED("Nothing: a part of the amount is refunded", true),
    REFUNDED("Nothing: the amount is refunded", false);

    private final String waitsFor;
    private final boolean running;

    PaymentStatus(String waitsFor, boolean running) {
        this.waitsFor = waitsFor;
        this.running = running;
    }

    String waitsFor() {
        return waitsFor;
    }

    /** Whether there is, or may come to be, money of the customer in it. */
    public boolean isRunning() {
        return running;
    }
}
