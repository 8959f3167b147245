package com.pitstop.billing.invoicing;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.billing.domain.BilledPart;
import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.parts.PartPriceChanged;
import com.pitstop.shared.parts.PartRegistered;

/** What a kind of part is called and costs now. Events at or below the row's version have been seen before and change nothing. */
@InsertedOnce
@Entity(name = "BillingPart")
@Table(schema = "billing", name = "part")
class PartView implements Persistable<String> {

    @Id
    private String sku;

    private String name;
    private BigDecimal unitPrice;
    private String currency;
    private long version;

    @Transient
    private boolean isNew;

    protected PartView() {}

    PartView(PartRegistered event, long version) {
        this.sku = event.sku();
        this.name = event.name();
        this.unitPrice = event.unitPrice();
        this.currency = event.currency();
        this.version = version;
        this.isNew = true;
    }

    void repriced(PartPriceChanged event, long version) {
        if (version <= this.version) {
            return;
        }
        this.unitPrice = event.unitPrice();
        this.currency = event.currency();
        this.version = version;
    }

    BilledPart used(int quantity) {
        return new BilledPart(sku, name, quantity, printable(unitPrice), currency);
    }

    /** Without the zeros that the column fills up with, but for those of whole cents. */
    private static BigDecimal printable(BigDecimal price) {
        var exact = price.stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale()));
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
}
