/** Plays a payment provider: behind HTTP like a real one, with cards that do what tests and demonstrations need. */
@NullMarked
package com.pitstop.billing.simulatedprovider;

import org.jspecify.annotations.NullMarked;
