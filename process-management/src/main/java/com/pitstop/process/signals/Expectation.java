package com.pitstop.process.signals;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a slip waits for, when it is something that happens in another context: the signal, and to what it has to happen. */
record Expectation(String signal, String subject) {

    static final String GOODS_RECEIVED = "goods-received";
    static final String JOB_FINISHED = "job-finished";

    private static final Map<String, String> SUBJECTS = Map.of(GOODS_RECEIVED, "deliveryId", JOB_FINISHED, "jobId");

    /** Empty for a signal that a client or an operator gives. */
    static Optional<Expectation> of(String signal, Map<String, Object> offer) {
        return Optional.ofNullable(SUBJECTS.get(signal))
                .flatMap(name -> Optional.ofNullable(offer.get(name)))
                .map(subject -> new Expectation(signal, subject.toString()));
    }

    static Expectation goods(UUID deliveryId) {
        return new Expectation(GOODS_RECEIVED, deliveryId.toString());
    }

    static Expectation job(UUID jobId) {
        return new Expectation(JOB_FINISHED, jobId.toString());
    }

    /** As the slip knows it: of several deliveries it waits for, this one. */
    Map<String, Object> asData() {
        return Map.of(SUBJECTS.getOrDefault(signal, signal), subject);
    }
}
