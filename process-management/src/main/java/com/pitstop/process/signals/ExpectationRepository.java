package com.pitstop.process.signals;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface ExpectationRepository extends JpaRepository<ExpectationView, ExpectationKey> {

    List<ExpectationView> findBySignalAndSubject(String signal, String subject);

    List<ExpectationView> findByTrackingNumberAndSignal(UUID trackingNumber, String signal);
}
