package com.pitstop.process.slips;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface SlipViewRepository extends JpaRepository<SlipView, UUID>, JpaSpecificationExecutor<SlipView> {

    /** Of which definitions there are slips that are not over, as name and version. */
    @Query("select distinct s.process, s.processVersion from ProcessSlip s where s.endedAt is null")
    List<Object[]> definitionsInUse();

    List<SlipView> findFirst20ByProcessAndProcessVersionAndEndedAtIsNull(String process, int processVersion);
}
