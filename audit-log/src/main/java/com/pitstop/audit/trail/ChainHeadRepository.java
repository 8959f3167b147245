package com.pitstop.audit.trail;

import org.springframework.data.jpa.repository.JpaRepository;

interface ChainHeadRepository extends JpaRepository<ChainHeadView, Integer> {}
