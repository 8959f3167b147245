package com.pitstop.process.stock;

import org.springframework.data.jpa.repository.JpaRepository;

interface PartStockRepository extends JpaRepository<PartStockView, String> {}
