package com.pitstop.workshop.readmodel;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import com.pitstop.chassis.persistence.InsertedOnce;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerRegistered;

/** Whom the workshop calls about a vehicle. Events at or below the row's version have been seen before and change nothing. */
@InsertedOnce
@Entity(name = "WorkshopCustomer")
@Table(schema = "workshop", name = "customer")
public class CustomerView implements Persistable<UUID> {

    @Id
    private UUID customerId;

    private String name;
    private String telephoneNumber;
    private String emailAddress;
    private boolean active;
    private long version;

    @Transient
    private boolean isNew;

    protected CustomerView() {}

    public CustomerView(CustomerRegistered event, long version) {
        this.customerId = event.customerId();
        this.name = event.name();
        this.telephoneNumber = event.telephoneNumber();
        this.emailAddress = event.emailAddress();
        this.active = true;
        this.version = version;
        this.isNew = true;
    }

    public void contactDetailsChanged(ContactDetailsChanged event, long version) {
        if (version <= this.version) {
            return;
        }
        this.name = event.name();
        this.telephoneNumber = event.telephoneNumber();
        this.emailAddress = event.emailAddress();
        this.version = version;
    }

    public void deactivated(CustomerDeactivated event, long version) {
        if (version <= this.version) {
            return;
        }
        this.active = false;
        this.version = version;
    }

    public UUID customerId() {
        return customerId;
    }

    public String name() {
        return name;
    }

    public String telephoneNumber() {
        return telephoneNumber;
    }

    public String emailAddress() {
        return emailAddress;
    }

    public boolean active() {
        return active;
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
