package com.pitstop.parts.movements;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface MovementViewRepository extends JpaRepository<MovementView, MovementId> {

    Page<MovementView> findBySku(String sku, Pageable page);

    Page<MovementView> findBySkuAndReference(String sku, String reference, Pageable page);
}
