/** The invoices and credit notes there are, to look up and to search. */
@NullMarked
package com.pitstop.billing.invoices;

import org.jspecify.annotations.NullMarked;
