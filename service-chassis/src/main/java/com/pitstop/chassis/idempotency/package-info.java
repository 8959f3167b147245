/** The same request twice has one effect. */
@NullMarked
package com.pitstop.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
