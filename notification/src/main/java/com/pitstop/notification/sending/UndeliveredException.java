package com.pitstop.notification.sending;

/** A mail did not leave. */
class UndeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    private UndeliveredException(String reason, boolean forGood, Throwable cause) {
        super(reason, cause);
        this.forGood = forGood;
    }

    static UndeliveredException forNow(String reason, Throwable cause) {
        return new UndeliveredException(reason, false, cause);
    }

    /** Nobody can be reached under this address. */
    static UndeliveredException forGood(String reason, Throwable cause) {
        return new UndeliveredException(reason, true, cause);
    }

    boolean isForGood() {
        return forGood;
    }
}
