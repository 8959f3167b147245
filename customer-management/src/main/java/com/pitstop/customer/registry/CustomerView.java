package com.pitstop.customer.registry;

import java.util.Locale;
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
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerRegistered;

/** A row of the registry: a customer after the event whose sequence number is the row's version. */
@InsertedOnce
@Entity
@Table(schema = "customer", name = "customer")
class CustomerView implements Persistable<UUID> {

    @Id
    private UUID customerId;

    private String name;
    private String address;
    private String postalCode;
    private String city;
    private String telephoneNumber;
    private String emailAddress;
    private boolean active;

    @Column // read by searches only
    private String searchText;

    private long version;

    @Transient
    private boolean isNew;

    protected CustomerView() {}

    CustomerView(CustomerRegistered event, long version) {
        customerId = event.customerId();
        name = event.name();
        address = event.address();
        postalCode = event.postalCode();
        city = event.city();
        telephoneNumber = event.telephoneNumber();
        emailAddress = event.emailAddress();
        active = true;
        isNew = true;
        changedBy(version);
    }

    void change(ContactDetailsChanged event, long version) {
        name = event.name();
        address = event.address();
        postalCode = event.postalCode();
        city = event.city();
        telephoneNumber = event.telephoneNumber();
        emailAddress = event.emailAddress();
        changedBy(version);
    }

    void deactivate(long version) {
        active = false;
        changedBy(version);
    }

    boolean isBefore(long version) {
        return this.version < version;
    }

    Customer asCustomer() {
        return new Customer(customerId, name, address, postalCode, city, telephoneNumber, emailAddress, active);
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

    /** Lower case is made here, since databases disagree about the lower case of letters outside ASCII. */
    private void changedBy(long version) {
        searchText = String.join("\n", name, address, postalCode, city, telephoneNumber, emailAddress)
                .toLowerCase(Locale.ROOT);
        this.version = version;
    }
}
