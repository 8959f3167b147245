package com.pitstop.billing.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.billing.CreditNoteIssued;
import com.pitstop.shared.billing.InvoiceCredited;
import com.pitstop.shared.billing.InvoiceIssued;
import com.pitstop.shared.billing.InvoicePaid;
import com.pitstop.shared.billing.InvoicePartlyPaid;

/** An invoice, or a credit note. Events at or below the row's version have been seen before and change nothing. */
@InsertedOnce
@Entity(name = "BillingInvoice")
@Table(schema = "billing", name = "invoice")
class InvoiceView implements Persistable<String> {

    @Id
    private String number;

    private @Nullable String invoiceNumber; // of what a credit note takes back
    private UUID jobId;
    private UUID customerId;
    private LocalDate issuedOn;
    private @Nullable LocalDate dueOn;
    private BigDecimal total;
    private BigDecimal partlyPaid; // by payments before the last

    @Enumerated(EnumType.STRING)
    private Settlement settlement;

    private @Nullable LocalDate paidOn;
    private @Nullable String paymentReference;
    private @Nullable String creditNoteNumber;

    @Convert(converter = PrintedAsJson.class)
    private Printed printed;

    private long version;

    @Transient
    private boolean isNew;

    protected InvoiceView() {}

    InvoiceView(InvoiceIssued event, long version) {
        this.number = event.number();
        this.jobId = event.jobId();
        this.customerId = event.customer().customerId();
        this.issuedOn = event.issuedOn();
        this.dueOn = event.dueOn();
        this.total = event.total();
        this.partlyPaid = BigDecimal.ZERO.setScale(2);
        this.settlement = Settlement.OPEN;
        this.printed = Printed.on(event);
        this.version = version;
        this.isNew = true;
    }

    InvoiceView(CreditNoteIssued event, long version) {
        this.number = event.number();
        this.invoiceNumber = event.invoiceNumber();
        this.jobId = event.jobId();
        this.customerId = event.customer().customerId();
        this.issuedOn = event.issuedOn();
        this.total = event.total();
        this.partlyPaid = BigDecimal.ZERO.setScale(2);
        this.settlement = Settlement.CREDITED;
        this.printed = Printed.on(event);
        this.version = version;
        this.isNew = true;
    }

    void partlyPaid(InvoicePartlyPaid event, long version) {
        if (version <= this.version) {
            return;
        }
        this.partlyPaid = partlyPaid.add(event.amount());
        this.version = version;
    }

    void paid(InvoicePaid event, long version) {
        if (version <= this.version) {
            return;
        }
        this.settlement = Settlement.PAID;
        this.paidOn = event.paidOn();
        this.paymentReference = event.reference();
        this.version = version;
    }

    void credited(InvoiceCredited event, long version) {
        if (version <= this.version) {
            return;
        }
        this.settlement = Settlement.CREDITED;
        this.creditNoteNumber = event.creditNoteNumber();
        this.version = version;
    }

    Invoice asInvoice(LocalDate today) {
        return new Invoice(
                number,
                kind(),
                status(today),
                invoiceNumber,
                creditNoteNumber,
                printed.reason(),
                jobId,
                issuedOn,
                dueOn,
                paidOn,
                paymentReference,
                printed.seller(),
                printed.customer(),
                printed.licenseNumber(),
                printed.description(),
                printed.workedOn(),
                printed.currency(),
                printed.lines(),
                printed.net(),
                printed.vat(),
                total,
                due());
    }

    InvoicePage.Item asItem(LocalDate today) {
        return new InvoicePage.Item(
                number,
                kind(),
                status(today),
                jobId,
                customerId,
                printed.customer().name(),
                printed.licenseNumber(),
                issuedOn,
                dueOn,
                printed.currency(),
                total,
                due());
    }

    private BigDecimal due() {
        return settlement == Settlement.OPEN ? total.subtract(partlyPaid) : BigDecimal.ZERO.setScale(2);
    }

    private InvoiceKind kind() {
        return invoiceNumber == null ? InvoiceKind.INVOICE : InvoiceKind.CREDIT_NOTE;
    }

    private InvoiceStatus status(LocalDate today) {
        return switch (settlement) {
            case OPEN -> dueOn != null && dueOn.isBefore(today) ? InvoiceStatus.OVERDUE : InvoiceStatus.OPEN;
            case PAID -> InvoiceStatus.PAID;
            case CREDITED -> InvoiceStatus.CREDITED;
        };
    }

    @Override
    public String getId() {
        return number;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void stored() {
        isNew = false;
    }
}
