package com.pitstop.chassis.idempotency;

import org.axonframework.serialization.Revision;

/**
 * A request that came with an {@code Idempotency-Key} had its effect. The first and only event of the stream named
 * after the key, appended together with the events of that effect.
 *
 * @param fingerprint SHA-256, in hex, over the path and the body of the request
 */
@Revision("1")
public record RequestAccepted(String fingerprint) {}
