package com.pitstop.billing.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import com.pitstop.shared.billing.InvoiceCustomer;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoiceLine;
import com.pitstop.shared.billing.InvoiceSeller;
import com.pitstop.shared.billing.InvoiceVat;

/** The garage, the customer and the job that the stories of invoices are about. */
public final class Stories {

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate WORKED_ON = LocalDate.of(2026, 11, 23);
    static final UUID JOB = UUID.randomUUID();

    static final InvoiceSeller GARAGE =
            new InvoiceSeller("Garage", "Kade 1", "1234 AB", "Utrecht", "NL1B01", "NL91ABNA", "g@example.org");
    static final InvoiceCustomer ANNA =
            new InvoiceCustomer(UUID.randomUUID(), "Anna", "Dorpsstraat 1", "1234 AB", "Utrecht");

    private Stories() {}

    public static BillingTerms terms() {
        return termsAt(TODAY.atTime(12, 0).atZone(AMSTERDAM).toInstant());
    }

    static BillingTerms termsAt(Instant now) {
        return new BillingTerms(
                GARAGE, "EUR", euros("68.00"), percent("21"), percent("9"), 30, Clock.fixed(now, AMSTERDAM));
    }

    static BilledJob job(Duration worked, BilledPart... parts) {
        return new BilledJob(JOB, "KN-16-RS", "Oil change", WORKED_ON, worked, List.of(parts));
    }

    static BilledPart oil(int quantity) {
        return new BilledPart("OIL-5W30-1L", "Engine oil", quantity, euros("12.95"), "EUR");
    }

    /** An hour and ten minutes of labour and four litres of oil: 85.00 at 21 % and 51.80 at 9 %. */
    static InvoiceIssued invoice(String number) {
        return new InvoiceIssued(
                number,
                JOB,
                GARAGE,
                ANNA,
                "KN-16-RS",
                "Oil change",
                WORKED_ON,
                TODAY,
                LocalDate.of(2026, 12, 24),
                "EUR",
                List.of(
                        new InvoiceLine(
                                "Labour", "", euros("1.25"), "hour", euros("68.00"), percent("21"), euros("85.00")),
                        new InvoiceLine(
                                "Engine oil",
                                "OIL-5W30-1L",
                                new BigDecimal("4"),
                                "piece",
                                euros("12.95"),
                                percent("9"),
                                euros("51.80"))),
                euros("136.80"),
                List.of(
                        new InvoiceVat(percent("9"), euros("51.80"), euros("4.66")),
                        new InvoiceVat(percent("21"), euros("85.00"), euros("17.85"))),
                euros("159.31"));
    }

    static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }

    static BigDecimal percent(String percentage) {
        return new BigDecimal(percentage);
    }
}
