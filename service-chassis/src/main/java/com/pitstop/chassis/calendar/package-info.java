/** On which days the garage works. */
@NullMarked
package com.pitstop.chassis.calendar;

import org.jspecify.annotations.NullMarked;
