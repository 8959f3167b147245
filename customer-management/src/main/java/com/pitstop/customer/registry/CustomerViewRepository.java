package com.pitstop.customer.registry;

import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerViewRepository extends JpaRepository<CustomerView, UUID> {

    Page<CustomerView> findBySearchTextContaining(String text, Pageable page);
}
