package com.pitstop.notification.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Repository;

@Repository("notificationJobRepository")
interface JobViewRepository extends JpaRepository<JobView, UUID> {

    List<JobView> findByStatusAndPlannedOnBetweenOrderByStartsAt(JobStatus status, LocalDate first, LocalDate last);
}
