package com.pitstop.parts.stock;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Repository;

@Repository("partsPartRepository")
interface PartViewRepository extends JpaRepository<PartView, String> {

    Page<PartView> findBySearchTextContaining(String text, Pageable page);

    Page<PartView> findByToReorderTrue(Pageable page);
}
