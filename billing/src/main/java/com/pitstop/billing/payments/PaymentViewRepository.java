package com.pitstop.billing.payments;

import java.util.Collection;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface PaymentViewRepository extends JpaRepository<PaymentView, UUID>, JpaSpecificationExecutor<PaymentView> {

    boolean existsByInvoiceNumberAndStatusIn(String invoiceNumber, Collection<PaymentStatus> statuses);
}
