/** What a context does for routing slips: it is asked by events, and answers by events. */
@NullMarked
package com.pitstop.chassis.steps;

import org.jspecify.annotations.NullMarked;
