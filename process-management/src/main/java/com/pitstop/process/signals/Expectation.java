package com.pitstop.process.signals;

import java.util.Map;
import java.util.Optional;

/** What a slip waits for, when it is something that happens in another context: the signal, and to what it has to happen. */
record Expectation(String signal, String subject) {

    static final String GOODS_RECEIVED = "goods-received";
    static final String JOB_FINISHED = "job-finished";

    /** Empty for a signal that a client or an operator gives. */
    static Optional<Expectation> of(String signal, Map<String, Object> offer) {
        return switch (signal) {
            case GOODS_RECEIVED -> subject(offer, "deliveryId").map(delivery -> new Expectation(signal, delivery));
            case JOB_FINISHED -> subject(offer, "jobId").map(job -> new Expectation(signal, job));
            default -> Optional.empty();
        };
    }

    private static Optional<String> subject(Map<String, Object> offer, String name) {
        return Optional.ofNullable(offer.get(name)).map(Object::toString);
    }
}
