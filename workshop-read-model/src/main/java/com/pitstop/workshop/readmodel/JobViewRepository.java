package com.pitstop.workshop.readmodel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Repository;

/** The jobs of all days. */
@Repository("workshopJobRepository")
public interface JobViewRepository extends JpaRepository<JobView, UUID> {

    List<JobView> findByPlannedOnOrderByPlannedStartAscJobIdAsc(LocalDate day);

    /** Newest first. */
    Page<JobView> findByLicenseNumberOrderByPlannedStartDescJobIdAsc(String licenseNumber, Pageable page);
}
