/** What every message carries, and how a refusal travels back. */
@NullMarked
package com.pitstop.chassis.messaging;

import org.jspecify.annotations.NullMarked;
