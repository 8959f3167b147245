package com.pitstop.paper;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.pitstop.shared.billing.InvoiceCustomer;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceSeller;
import com.pitstop.shared.billing.InvoiceVat;

/**
 * An invoice as the template needs it, all in texts.
 *
 * @param dueOn null on a credit note
 * @param invoiceNumber of what a credit note takes back
 */
record InvoiceSheet(
        String title,
        String number,
        String issuedOn,
        @Nullable String dueOn,
        @Nullable String invoiceNumber,
        @Nullable String creditReason,
        InvoiceSeller seller,
        InvoiceCustomer customer,
        String licenseNumber,
        String description,
        String workedOn,
        List<Line> lines,
        String net,
        List<Vat> vat,
        String total) {

    /** A line; the part number is null for labour. */
    record Line(
            String description,
            @Nullable String sku,
            String quantity,
            String unit,
            String unitPrice,
            String vatPercentage,
            String net) {

        static Line of(InvoiceLine line) {
            return new Line(
                    line.description(),
                    line.sku().isEmpty() ? null : line.sku(),
                    plain(line.quantity()),
                    counted(line.quantity(), line.unit()),
                    number(line.unitPrice()),
                    percent(line.vatPercentage()),
                    number(line.net()));
        }
    }

    /** The VAT at one rate. */
    record Vat(String percentage, String net, String vat) {}

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static InvoiceSheet of(PrintedInvoice invoice) {
        var symbol = Currency.getInstance(invoice.currency()).getSymbol(Locale.ENGLISH);
        return new InvoiceSheet(
                invoice.invoiceNumber() == null ? "Invoice" : "Credit note",
                invoice.number(),
                date(invoice.issuedOn()),
                invoice.dueOn() == null ? null : date(invoice.dueOn()),
                invoice.invoiceNumber(),
                invoice.creditReason(),
                invoice.seller(),
                invoice.customer(),
                invoice.licenseNumber(),
                invoice.description(),
                date(invoice.workedOn()),
                invoice.lines().stream().map(Line::of).toList(),
                money(symbol, invoice.net()),
                invoice.vat().stream().map(vat -> vat(symbol, vat)).toList(),
                money(symbol, invoice.total()));
    }

    private static Vat vat(String symbol, InvoiceVat vat) {
        return new Vat(percent(vat.percentage()), money(symbol, vat.net()), money(symbol, vat.vat()));
    }

    private static String date(LocalDate day) {
        return DATE.format(day);
    }

    private static String money(String symbol, BigDecimal amount) {
        return "%s\u00a0%s".formatted(symbol, number(amount));
    }

    private static String number(BigDecimal amount) {
        return new DecimalFormat("#,##0.00##", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(amount);
    }

    private static String percent(BigDecimal percentage) {
        return plain(percentage) + "\u00a0%";
    }

    private static String counted(BigDecimal quantity, String unit) {
        return quantity.abs().compareTo(BigDecimal.ONE) == 0 ? unit : unit + "s";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
