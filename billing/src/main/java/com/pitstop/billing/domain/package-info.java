/** What may happen to an invoice, and what it comes to. */
@NullMarked
package com.pitstop.billing.domain;

import org.jspecify.annotations.NullMarked;
