package com.pitstop.shared.process;

import java.util.UUID;

import org.axonframework.serialization.Revision;

/**
 * What it was for is gone, which is nobody's failure: it is undone, and then terminated.
 */
@Revision("1")
public record RoutingSlipCalledOff(UUID trackingNumber, String reason) {}
