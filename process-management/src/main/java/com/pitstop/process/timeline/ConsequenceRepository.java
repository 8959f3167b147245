package com.pitstop.process.timeline;

import org.springframework.data.jpa.repository.JpaRepository;

interface ConsequenceRepository extends JpaRepository<ConsequenceView, String> {}
