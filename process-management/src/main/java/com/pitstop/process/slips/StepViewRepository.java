package com.pitstop.process.slips;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.stereotype.Repository;

@Repository("processStepRepository")
interface StepViewRepository extends JpaRepository<StepView, StepKey>, JpaSpecificationExecutor<StepView> {

    List<StepView> findByTrackingNumberOrderByPosition(UUID trackingNumber);
}
