package com.pitstop.parts.jobs;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;

/** Which reservations are open, in one order with the policy that ends them: it never looks at a table that lags. */
@Component
@ProcessingGroup("parts-jobs")
class KeptPartProjection {

    private final KeptPartRepository kept;

    KeptPartProjection(KeptPartRepository kept) {
        this.kept = kept;
    }

    @EventHandler
    void on(PartsReserved event) {
        var key = new KeptPartKey(event.sku(), event.reservationId());
        if (kept.findById(key).isEmpty()) {
            kept.save(new KeptPartView(key)).stored();
        }
    }

    @EventHandler
    void on(PartsReleased event) {
        end(event.sku(), event.reservationId());
    }

    @EventHandler
    void on(ReservationExpired event) {
        end(event.sku(), event.reservationId());
    }

    /** What is left of it, if anything, is released in the same moment. */
    @EventHandler
    void on(PartsConsumed event) {
        end(event.sku(), event.reservationId());
    }

    @ResetHandler
    void reset() {
        kept.deleteAllInBatch();
    }

    private void end(String sku, String reservationId) {
        kept.findById(new KeptPartKey(sku, reservationId)).ifPresent(kept::delete);
    }
}
