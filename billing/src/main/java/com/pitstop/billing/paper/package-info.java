/** Invoices as they are printed and sent. */
@NullMarked
package com.pitstop.billing.paper;

import org.jspecify.annotations.NullMarked;
