/** Axon Framework, set up so that nothing acknowledged is lost. */
@NullMarked
package com.pitstop.chassis.axon;

import org.jspecify.annotations.NullMarked;
