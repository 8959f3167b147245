package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * It failed, and not all that had been done could be undone. Its incidents say what is left.
 */
@Revision("1")
public record CompensationFailed(UUID trackingNumber, String reason) {}
