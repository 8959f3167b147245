package com.pitstop.billing.web;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.billing.domain.CreditInvoice;
import com.pitstop.billing.domain.InvoiceNumber;
import com.pitstop.billing.domain.RecordInvoicePayment;
import com.pitstop.billing.invoices.FindCreditNote;
import com.pitstop.billing.invoices.FindInvoice;
import com.pitstop.billing.invoices.Invoice;
import com.pitstop.billing.invoices.InvoicePage;
import com.pitstop.billing.invoices.InvoiceStatus;
import com.pitstop.billing.invoices.ListInvoices;
import com.pitstop.chassis.web.Paging;
import com.pitstop.chassis.web.Submissions;
import com.pitstop.paper.InvoicePaper;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.OneLine;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Invoices", description = "What finished jobs cost, and whether it was paid")
@RestController
@RequestMapping("/api/invoices")
class InvoiceController {

    record PaymentRequest(
            @NotNull @Digits(integer = 12, fraction = 2) BigDecimal amount,

            @NotBlank @Size(max = 140) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reference) {}

    record CreditNoteRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason) {}

    record InvoiceCredited(String invoiceNumber) {}

    private final Submissions submissions;
    private final QueryGateway queries;
    private final InvoicePaper paper = new InvoicePaper();

    InvoiceController(Submissions submissions, QueryGateway queries) {
        this.submissions = submissions;
        this.queries = queries;
    }

    @Operation(summary = "List invoices and credit notes, newest first")
    @GetMapping
    InvoicePage list(
            @RequestParam(required = false) @Nullable UUID jobId,
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable InvoiceStatus status,
            @Valid @ParameterObject Paging paging) {
        var list = new ListInvoices(jobId, customerId, status, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(list, ResponseTypes.instanceOf(InvoicePage.class)).join();
    }

    @Operation(summary = "Look an invoice or a credit note up")
    @GetMapping("/{number}")
    Invoice show(@PathVariable String number) {
        return requireKnown(new InvoiceNumber(number));
    }

    @Operation(summary = "An invoice or a credit note to print or to send")
    @GetMapping(path = "/{number}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        var invoice = requireKnown(new InvoiceNumber(number));
        var file = ContentDisposition.inline().filename(number + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(paper.print(invoice.asPrinted()));
    }

    @Operation(summary = "The credit note of an invoice")
    @GetMapping("/{number}/credit-note")
    Invoice creditNote(@PathVariable String number) {
        return findCreditNote(new InvoiceNumber(number))
                .orElseThrow(() ->
                        new NotFoundException("known-credit-note", "No credit note of %s is known".formatted(number)));
    }

    @Operation(summary = "Take an invoice back as a whole, with a credit note")
    @PostMapping("/{number}/credit-note")
    ResponseEntity<InvoiceCredited> credit(@PathVariable String number, @Valid @RequestBody CreditNoteRequest body) {
        var invoice = new InvoiceNumber(number);
        return submissions
                .creating(body)
                .send(() -> new CreditInvoice(invoice, body.reason()))
                .created(
                        "/api/invoices/%s/credit-note".formatted(number),
                        new InvoiceCredited(number),
                        () -> findCreditNote(invoice).isPresent() && isIn(invoice, InvoiceStatus.CREDITED));
    }

    @Operation(summary = "Record that an invoice was paid, in full")
    @PutMapping("/{number}/payment")
    ResponseEntity<@Nullable Void> pay(@PathVariable String number, @Valid @RequestBody PaymentRequest body) {
        var invoice = new InvoiceNumber(number);
        return submissions
                .changing()
                .send(() -> new RecordInvoicePayment(invoice, body.amount(), body.reference()))
                .done(() -> isIn(invoice, InvoiceStatus.PAID));
    }

    private boolean isIn(InvoiceNumber number, InvoiceStatus status) {
        return find(number).filter(invoice -> invoice.status() == status).isPresent();
    }

    private Invoice requireKnown(InvoiceNumber number) {
        return find(number)
                .orElseThrow(() ->
                        new NotFoundException("known-invoice", "Invoice %s is not known".formatted(number.value())));
    }

    private Optional<Invoice> find(InvoiceNumber number) {
        return queries.query(new FindInvoice(number.value()), ResponseTypes.optionalInstanceOf(Invoice.class))
                .join();
    }

    private Optional<Invoice> findCreditNote(InvoiceNumber number) {
        return queries.query(new FindCreditNote(number.value()), ResponseTypes.optionalInstanceOf(Invoice.class))
                .join();
    }
}
