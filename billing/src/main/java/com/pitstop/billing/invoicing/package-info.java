/** What billing knows of customers, parts and jobs, and how finished jobs become invoices. */
@NullMarked
package com.pitstop.billing.invoicing;

import org.jspecify.annotations.NullMarked;
