/** Axon Server as the hub: it keeps the events and routes commands and queries between processes. */
@NullMarked
package com.pitstop.chassis.hub.axonserver;

import org.jspecify.annotations.NullMarked;
