package com.pitstop.billing.domain;

/** The invoice numbers of a year. Reads {@code invoice-book:2026}: the name of their stream of events. */
public record InvoiceBookId(int year) {

    InvoiceNumber number(int sequence) {
        return new InvoiceNumber("%04d-%06d".formatted(year, sequence));
    }

    @Override
    public String toString() {
        return "invoice-book:" + year;
    }
}
