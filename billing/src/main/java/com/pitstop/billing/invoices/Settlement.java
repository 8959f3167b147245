package com.pitstop.billing.invoices;

/** What happened to an invoice. Whether it is overdue is a matter of today, which no event tells. */
enum Settlement {
    OPEN,
    PAID,
    CREDITED
}
