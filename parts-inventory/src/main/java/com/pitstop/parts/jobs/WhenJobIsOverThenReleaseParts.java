package com.pitstop.parts.jobs;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Reactions;
import com.pitstop.chassis.processing.InOrder;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.ReleaseParts;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.shared.parts.Sku;
import com.pitstop.shared.workshop.MaintenanceJobCancelled;
import com.pitstop.shared.workshop.MaintenanceJobFinished;
import com.pitstop.shared.workshop.UsedPart;

/**
 * What is kept for a job is free again when the job is over. Parts that it took are not among them: those are consumed, and
 * what is left of them is released in the same moment. So no part is for both policies, and it does not matter who is first.
 */
@Component
@ProcessingGroup("parts-jobs")
@InOrder
@DisallowReplay
class WhenJobIsOverThenReleaseParts {

    private final KeptPartRepository kept;
    private final Reactions reactions;

    WhenJobIsOverThenReleaseParts(KeptPartRepository kept, Reactions reactions) {
        this.kept = kept;
        this.reactions = reactions;
    }

    @EventHandler
    void on(MaintenanceJobFinished event) {
        releaseAllBut(event.parts().stream().map(UsedPart::sku).collect(Collectors.toSet()), event.jobId());
    }

    @EventHandler
    void on(MaintenanceJobCancelled event) {
        releaseAllBut(Set.of(), event.jobId());
    }

    private void releaseAllBut(Set<String> used, UUID jobId) {
        kept.findByReservationIdOrderBySku(jobId.toString()).stream()
                .map(KeptPartView::sku)
                .filter(sku -> !used.contains(sku))
                .forEach(sku -> release(sku, jobId));
    }

    /** One that was released, consumed or has expired in the meantime is not open any more, which is as well. */
    private void release(String sku, UUID jobId) {
        reactions.sendUnlessRefused(new ReleaseParts(new PartId(new Sku(sku)), new ReservationId(jobId.toString())));
    }
}
