package com.pitstop.process.signals;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface ExpectationRepository extends JpaRepository<ExpectationView, ExpectationKey> {

    List<ExpectationView> findBySignalAndSubject(String signal, String subject);
}
