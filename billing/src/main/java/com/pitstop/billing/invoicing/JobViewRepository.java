package com.pitstop.billing.invoicing;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Repository;

@Repository("billingJobRepository")
interface JobViewRepository extends JpaRepository<JobView, UUID> {}
