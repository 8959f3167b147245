package com.pitstop.billing.provider;

/** The provider did not say what it did, if anything. */
class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
        super(message);
    }

    NoAnswerException(Throwable cause) {
        super(cause.toString(), cause);
    }
}
