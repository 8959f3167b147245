/** The HTTP API of notification. */
@NullMarked
package com.pitstop.notification.web;

import org.jspecify.annotations.NullMarked;
