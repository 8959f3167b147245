package com.pitstop.billing.payments;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface StepViewRepository extends JpaRepository<StepView, String> {

    List<StepView> findByPaymentIdOrderByRequestedAtAscStepAsc(UUID paymentId);
}
