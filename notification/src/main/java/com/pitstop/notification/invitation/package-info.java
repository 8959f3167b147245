/** Jobs as entries of the customer's own calendar. */
@NullMarked
package com.pitstop.notification.invitation;

import org.jspecify.annotations.NullMarked;
