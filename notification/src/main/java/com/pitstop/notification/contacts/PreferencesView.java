package com.pitstop.notification.contacts;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.shared.notification.ContactPreferencesSet;

/** What a customer wished for. Events at or below the row's version have been seen before and change nothing. */
@Entity
@Table(schema = "notification", name = "preferences")
class PreferencesView implements Persistable<UUID> {

    private static final String COMMA = ",";

    @Id
    private UUID customerId;

    private boolean chosen;
    private String language;
    private String kinds;
    private boolean newsletter;
    private boolean sms;
    private boolean dataSharing;
    private long version;

    @Transient
    private boolean isNew;

    protected PreferencesView() {}

    PreferencesView(ContactPreferencesSet event, long version) {
        this.customerId = event.customerId();
        this.isNew = true;
        set(event, version);
    }

    final void set(ContactPreferencesSet event, long version) {
        this.chosen = true;
        this.language = event.language();
        this.kinds = String.join(COMMA, event.kinds());
        this.newsletter = event.newsletter();
        this.sms = event.sms();
        this.dataSharing = event.dataSharing();
        this.version = version;
    }

    void resetBy(long version) {
        if (isBefore(version)) {
            this.chosen = false;
            this.version = version;
        }
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    boolean isChosen() {
        return chosen;
    }

    Preferences asPreferences() {
        var wanted = kinds.isEmpty() ? List.<String>of() : List.of(kinds.split(COMMA, -1));
        return new Preferences(customerId, true, language, wanted, newsletter, sms, dataSharing);
    }

    @Override
    public UUID getId() {
        return customerId;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void stored() {
        isNew = false;
    }
}
