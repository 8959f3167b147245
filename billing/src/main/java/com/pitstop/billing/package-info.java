/** Invoices for finished jobs. */
@NullMarked
package com.pitstop.billing;

import org.jspecify.annotations.NullMarked;
