package com.pitstop.audit.trail;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.audit.chain.Entry;
import com.pitstop.audit.chain.Fact;
import com.pitstop.audit.subject.Subject;

/** A row of the trail. Written once and never changed. */
@Entity
@Table(schema = "audit", name = "entry")
class EntryView implements Persistable<Long> {

    @Id
    private long number;

    private String eventId;
    private Instant recordedAt;

    private String kind;
    private String what;
    private String command;
    private String subject;

    @Column(name = "acting_user")
    private String user;

    private String correlationId;
    private String causationId;
    private String rule;
    private String payload;
    private String previousHash;
    private String hash;

    @ElementCollection
    @CollectionTable(schema = "audit", name = "entry_subject", joinColumns = @JoinColumn(name = "number"))
    private Set<Subject> subjects = new HashSet<>();

    @Transient
    private boolean isNew;

    protected EntryView() {}

    EntryView(Entry entry, Set<Subject> subjects) {
        number = entry.number();
        eventId = entry.fact().eventId();
        recordedAt = entry.fact().recordedAt();
        kind = entry.fact().kind();
        what = entry.fact().what();
        command = entry.fact().command();
        subject = entry.fact().subject();
        user = entry.fact().user();
        correlationId = entry.fact().correlationId();
        causationId = entry.fact().causationId();
        rule = entry.fact().rule();
        payload = entry.fact().payload();
        previousHash = entry.previousHash();
        hash = entry.hash();
        this.subjects.addAll(subjects);
        isNew = true;
    }

    Entry asEntry() {
        var fact = new Fact(
                eventId, recordedAt, kind, what, command, subject, user, correlationId, causationId, rule, payload);
        return new Entry(number, fact, previousHash, hash);
    }

    @Override
    public Long getId() {
        return number;
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
