package com.pitstop.process.signals;

import org.springframework.data.jpa.repository.JpaRepository;

interface ArrivalRepository extends JpaRepository<ArrivalView, String> {}
