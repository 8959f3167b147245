/** How long things may take, by the garage's clock and calendar. */
@NullMarked
package com.pitstop.process.calendar;

import org.jspecify.annotations.NullMarked;
