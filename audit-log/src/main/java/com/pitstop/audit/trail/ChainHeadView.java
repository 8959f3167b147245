package com.pitstop.audit.trail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.audit.chain.Entry;
import com.pitstop.audit.chain.Head;

/** The end of the chain, and how far in the event store it reaches. The one row of its table. */
@Entity
@Table(schema = "audit", name = "chain_head")
class ChainHeadView implements Persistable<Integer> {

    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private long number = Head.NONE.number();
    private String hash = Head.NONE.hash();
    private long position = -1;

    @Transient
    private boolean isNew = true;

    boolean isBefore(long position) {
        return this.position < position;
    }

    void moveTo(Entry entry, long position) {
        number = entry.number();
        hash = entry.hash();
        this.position = position;
    }

    Head asHead() {
        return new Head(number, hash);
    }

    @Override
    public Integer getId() {
        return id;
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
