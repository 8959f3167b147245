/** What billing does of itself when a payment was asked for, or came through. */
@NullMarked
package com.pitstop.billing.paying;

import org.jspecify.annotations.NullMarked;
