/** What can be counted and timed, for Prometheus. */
@NullMarked
package com.pitstop.chassis.metrics;

import org.jspecify.annotations.NullMarked;
