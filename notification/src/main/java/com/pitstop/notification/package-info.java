/** Notification: what customers hear from the garage, and the days that pass. */
@NullMarked
package com.pitstop.notification;

import org.jspecify.annotations.NullMarked;
