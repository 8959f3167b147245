package com.pitstop.billing.payments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.persistence.Filter;

/** Answers which payments there are, and how things stand with them. */
@Component
public class PaymentQueries {

    private static final Sort NEWEST_FIRST = Sort.by("requestedAt", "paymentId").descending();
    private static final List<PaymentStatus> RUNNING = Arrays.stream(PaymentStatus.values())
            .filter(PaymentStatus::isRunning)
            .toList();

    private final PaymentViewRepository payments;
    private final StepViewRepository steps;
    private final Questions questions;

    PaymentQueries(PaymentViewRepository payments, StepViewRepository steps, Questions questions) {
        this.payments = payments;
        this.steps = steps;
        this.questions = questions;
    }

    /** Whether somebody is paying it already, as far as the table can tell. */
    public boolean isBeingPaid(String invoiceNumber) {
        return payments.existsByInvoiceNumberAndStatusIn(invoiceNumber, RUNNING);
    }

    @QueryHandler
    Optional<Payment> handle(FindPayment query) {
        return payments.findById(query.paymentId()).map(payment -> payment.asPayment(steps(query.paymentId())));
    }

    @QueryHandler
    PaymentPage handle(ListPayments query) {
        Specification<PaymentView> asked = Specification.allOf(
                Filter.is("invoiceNumber", query.invoiceNumber()),
                Filter.is("customerId", query.customerId()),
                Filter.is("status", query.status()));
        return PaymentPage.of(payments.findAll(asked, PageRequest.of(query.page(), query.size(), NEWEST_FIRST))
                .map(PaymentView::asItem));
    }

    private List<Payment.AskedStep> steps(UUID paymentId) {
        return steps.findByPaymentIdOrderByRequestedAtAscStepAsc(paymentId).stream()
                .map(step -> step.asStep(questions.find(step.getId())))
                .toList();
    }
}
