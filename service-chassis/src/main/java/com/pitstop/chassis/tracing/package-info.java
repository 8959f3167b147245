/** The way of a request through messages and processes, for OpenTelemetry. */
@NullMarked
package com.pitstop.chassis.tracing;

import org.jspecify.annotations.NullMarked;
