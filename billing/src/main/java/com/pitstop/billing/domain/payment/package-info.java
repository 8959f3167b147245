/** What may happen to a payment by card, and to the money in it. */
@NullMarked
package com.pitstop.billing.domain.payment;

import org.jspecify.annotations.NullMarked;
