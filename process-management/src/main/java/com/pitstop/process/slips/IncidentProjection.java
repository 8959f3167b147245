package com.pitstop.process.slips;

import java.time.Instant;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

import com.pitstop.shared.process.IncidentOpened;
import com.pitstop.shared.process.IncidentResolved;

/** Keeps what is for a person to see to. */
@Component
@ProcessingGroup("processes")
class IncidentProjection {

    private final IncidentViewRepository incidents;

    IncidentProjection(IncidentViewRepository incidents) {
        this.incidents = incidents;
    }

    /** What was tried again and failed again is open once more. */
    @EventHandler
    void on(IncidentOpened event, @SequenceNumber long version, @Timestamp Instant at) {
        incidents
                .findById(new IncidentKey(event.trackingNumber(), event.incidentId()))
                .ifPresentOrElse(
                        incident -> openAgain(incident, event, Moments.stored(at), version),
                        () -> incidents.save(new IncidentView(event, Moments.stored(at), version)));
    }

    @EventHandler
    void on(IncidentResolved event, @SequenceNumber long version, @Timestamp Instant at) {
        var incident = incidents
                .findById(new IncidentKey(event.trackingNumber(), event.incidentId()))
                .orElseThrow(
                        () -> new IllegalStateException("Incident %s of routing slip %s is over but is not in the table"
                                .formatted(event.incidentId(), event.trackingNumber())));
        if (incident.isBefore(version)) {
            incident.resolve(event, Moments.stored(at), version);
        }
    }

    @ResetHandler
    void reset() {
        incidents.deleteAllInBatch();
    }

    private static void openAgain(IncidentView incident, IncidentOpened event, Instant at, long version) {
        if (incident.isBefore(version)) {
            incident.open(event, at, version);
        }
    }
}
