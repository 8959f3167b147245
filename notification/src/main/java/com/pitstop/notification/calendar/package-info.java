/** Who notices that a day has passed. */
@NullMarked
package com.pitstop.notification.calendar;

import org.jspecify.annotations.NullMarked;
