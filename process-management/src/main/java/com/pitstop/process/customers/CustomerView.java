package com.pitstop.process.customers;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;

/** A customer after the event whose sequence number is the row's version. */
@InsertedOnce
@Entity(name = "ProcessCustomer")
@Table(schema = "process", name = "customer")
class CustomerView implements Persistable<UUID> {

    @Id
    private UUID customerId;

    private String name;
    private String address;
    private String postalCode;
    private String city;
    private String telephoneNumber;
    private String emailAddress;

    @Column // read by searches only
    private boolean active;

    private long version;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init")
    protected CustomerView() {}

    @SuppressWarnings("NullAway.Init") // in change
    CustomerView(UUID customerId, Details details, long version) {
        this.customerId = customerId;
        this.active = true;
        this.isNew = true;
        change(details, version);
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    final void change(Details details, long version) {
        this.name = details.name();
        this.address = details.address();
        this.postalCode = details.postalCode();
        this.city = details.city();
        this.telephoneNumber = details.telephoneNumber();
        this.emailAddress = details.emailAddress();
        this.version = version;
    }

    void deactivate(long version) {
        this.active = false;
        this.version = version;
    }

    Details details() {
        return new Details(name, address, postalCode, city, telephoneNumber, emailAddress);
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
