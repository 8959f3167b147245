package com.pitstop.process.participants;

import org.springframework.data.jpa.repository.JpaRepository;

interface ParticipantViewRepository extends JpaRepository<ParticipantView, String> {}
