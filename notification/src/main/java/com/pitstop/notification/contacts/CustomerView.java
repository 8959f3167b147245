package com.pitstop.notification.contacts;

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
import com.pitstop.shared.customer.CustomerRegistered;

/** Where a customer reads mail. Events at or below the row's version have been seen before and change nothing. */
@InsertedOnce
@Entity(name = "NotificationCustomer")
@Table(schema = "notification", name = "customer")
class CustomerView implements Persistable<UUID> {

    @Id
    private UUID customerId;

    private String name;
    private String emailAddress;
    private long version;

    @Transient
    private boolean isNew;

    protected CustomerView() {}

    CustomerView(CustomerRegistered event, long version) {
        this.customerId = event.customerId();
        this.name = event.name();
        this.emailAddress = event.emailAddress();
        this.version = version;
        this.isNew = true;
    }

    void changed(ContactDetailsChanged event, long version) {
        if (version <= this.version) {
            return;
        }
        this.name = event.name();
        this.emailAddress = event.emailAddress();
        this.version = version;
    }

    String name() {
        return name;
    }

    String emailAddress() {
        return emailAddress;
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
