package com.pitstop.process.participants;

import org.springframework.data.jpa.repository.JpaRepository;

interface OpenRequestRepository extends JpaRepository<OpenRequest, String> {

    int countByParticipant(String participant);
}
