package com.pitstop.billing.invoicing;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Repository;

@Repository("billingPartRepository")
interface PartViewRepository extends JpaRepository<PartView, String> {}
