package com.pitstop.workshop.readmodel;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Repository;

/** The kinds of parts the workshop knows. */
@Repository("workshopPartRepository")
public interface PartViewRepository extends JpaRepository<PartView, String> {}
