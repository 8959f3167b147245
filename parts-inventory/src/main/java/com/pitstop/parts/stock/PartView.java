package com.pitstop.parts.stock;

import java.math.BigDecimal;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.parts.PartPriceChanged;
import com.pitstop.shared.parts.PartRegistered;

/** A part after the event whose sequence number is the row's version. */
@InsertedOnce
@Entity
@Table(schema = "parts", name = "part")
class PartView implements Persistable<String> {

    @Id
    private String sku;

    private String name;
    private BigDecimal unitPrice;
    private String currency;
    private int reorderLevel;
    private int onHand;
    private int reserved;
    private int available;
    private boolean discontinued;

    @Column // read by the list of what to order only
    private boolean toReorder;

    @Column // read by searches only
    private String searchText;

    private long version;

    @Transient
    private boolean isNew;

    protected PartView() {}

    PartView(PartRegistered event, long version) {
        sku = event.sku();
        name = event.name();
        unitPrice = event.unitPrice();
        currency = event.currency();
        reorderLevel = event.reorderLevel();
        // Lower case is made here, since databases disagree about the lower case of letters outside ASCII.
        searchText = String.join("\n", sku, name).toLowerCase(Locale.ROOT);
        isNew = true;
        changedBy(version);
    }

    void change(PartPriceChanged event, long version) {
        unitPrice = event.unitPrice();
        currency = event.currency();
        changedBy(version);
    }

    void discontinue(long version) {
        discontinued = true;
        changedBy(version);
    }

    void move(int onHandChange, int reservedChange, long version) {
        onHand += onHandChange;
        reserved += reservedChange;
        changedBy(version);
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    Part asPart() {
        return new Part(
                sku, name, unitPrice, currency, reorderLevel, onHand, reserved, available, discontinued, version);
    }

    @Override
    public String getId() {
        return sku;
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

    private void changedBy(long version) {
        available = onHand - reserved;
        toReorder = !discontinued && available < reorderLevel;
        this.version = version;
    }
}
