package com.pitstop.notification.contacts;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import com.pitstop.shared.notification.ContactPreferencesReset;
import com.pitstop.shared.notification.ContactPreferencesSet;

/** Keeps what customers wished for in step with what they said. */
@Component
@ProcessingGroup("notification")
class PreferencesProjection {

    private final PreferencesViewRepository preferences;

    PreferencesProjection(PreferencesViewRepository preferences) {
        this.preferences = preferences;
    }

    @EventHandler
    void on(ContactPreferencesSet event, @SequenceNumber long version) {
        var known = preferences.findById(event.customerId());
        if (known.isEmpty()) {
            preferences.save(new PreferencesView(event, version));
        } else {
            known.filter(row -> row.isBefore(version)).ifPresent(row -> row.set(event, version));
        }
    }

    @EventHandler
    void on(ContactPreferencesReset event, @SequenceNumber long version) {
        preferences
                .findById(event.customerId())
                .orElseThrow(() -> new IllegalStateException(
                        "Notification has no preferences of customer %s".formatted(event.customerId())))
                .resetBy(version);
    }

    @ResetHandler
    void reset() {
        preferences.deleteAllInBatch();
    }
}
