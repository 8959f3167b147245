/** How customers want to hear from the garage, and which days have passed. */
@NullMarked
package com.pitstop.notification.domain;

import org.jspecify.annotations.NullMarked;
