/** What notification does for routing slips. */
@NullMarked
package com.pitstop.notification.activities;

import org.jspecify.annotations.NullMarked;
