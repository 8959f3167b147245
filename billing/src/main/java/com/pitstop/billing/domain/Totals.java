package com.pitstop.billing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceVat;

/** What lines come to. VAT is taken of the sum of the lines at a rate, and rounded once per rate. */
record Totals(BigDecimal net, List<InvoiceVat> vat, BigDecimal total) {

    private static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

    Totals {
        vat = List.copyOf(vat);
    }

    static Totals of(List<InvoiceLine> lines) {
        var netByRate = new TreeMap<BigDecimal, BigDecimal>();
        lines.forEach(line -> netByRate.merge(line.vatPercentage(), line.net(), BigDecimal::add));
        var vat = netByRate.entrySet().stream()
                .map(rate -> vat(rate.getKey(), rate.getValue()))
                .toList();
        var net = sum(vat, InvoiceVat::net);
        return new Totals(net, vat, net.add(sum(vat, InvoiceVat::vat)));
    }

    /** As money is rounded: half a cent counts as one. */
    static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static InvoiceVat vat(BigDecimal percentage, BigDecimal net) {
        return new InvoiceVat(percentage, net, rounded(net.multiply(percentage).multiply(ONE_PERCENT)));
    }

    private static BigDecimal sum(List<InvoiceVat> vat, Function<InvoiceVat, BigDecimal> amount) {
        return rounded(vat.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
