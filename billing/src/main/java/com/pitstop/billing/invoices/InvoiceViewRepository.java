package com.pitstop.billing.invoices;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface InvoiceViewRepository extends JpaRepository<InvoiceView, String>, JpaSpecificationExecutor<InvoiceView> {

    Optional<InvoiceView> findByInvoiceNumber(String invoiceNumber);
}
