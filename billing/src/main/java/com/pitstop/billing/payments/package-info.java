/** The payments there are, how far they have come, and what the provider still owes an answer to. */
@NullMarked
package com.pitstop.billing.payments;

import org.jspecify.annotations.NullMarked;
