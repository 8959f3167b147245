package com.pitstop.audit.trail;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface EntryRepository extends JpaRepository<EntryView, Long>, JpaSpecificationExecutor<EntryView> {}
