package com.pitstop.benchmarks;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface PlainCustomers extends JpaRepository<PlainCustomer, UUID> {}
