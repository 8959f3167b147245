package com.pitstop.billing.accounts;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.pitstop.billing.domain.account.PaymentMethod;
import com.pitstop.billing.domain.account.Plan;
import com.pitstop.shared.billing.BillingAccountClosed;
import com.pitstop.shared.billing.BillingAccountOpened;

/** A billing account. Events at or below the row's version have been seen before and change nothing. */
@Entity(name = "BillingAccount")
@Table(schema = "billing", name = "account")
class AccountView implements Persistable<UUID> {

    @Id
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private Plan plan;

    @Enumerated(EnumType.STRING)
    private PaymentMethod paymentMethod;

    private String address;
    private String postalCode;
    private String city;
    private String referralCode;
    private @Nullable LocalDate trialEndsOn;
    private int discountPercent;
    private @Nullable String closingReason; // null while it is open
    private long version;

    @Transient
    private boolean isNew;

    protected AccountView() {}

    AccountView(BillingAccountOpened event, long version) {
        this.customerId = event.customerId();
        agreed(event, version);
        this.isNew = true;
    }

    /** Again, after it was closed. */
    void opened(BillingAccountOpened event, long version) {
        if (version > this.version) {
            agreed(event, version);
        }
    }

    private void agreed(BillingAccountOpened event, long version) {
        this.plan = Plan.valueOf(event.plan());
        this.paymentMethod = PaymentMethod.valueOf(event.paymentMethod());
        this.address = event.address();
        this.postalCode = event.postalCode();
        this.city = event.city();
        this.referralCode = event.referralCode();
        this.trialEndsOn = event.trialDays() > 0 ? event.openedOn().plusDays(event.trialDays()) : null;
        this.discountPercent = event.discountPercent();
        this.closingReason = null;
        this.version = version;
    }

    void closed(BillingAccountClosed event, long version) {
        if (version <= this.version) {
            return;
        }
        this.closingReason = event.reason();
        this.version = version;
    }

    BillingAccount asAccount() {
        return new BillingAccount(
                customerId,
                closingReason == null ? AccountStatus.OPEN : AccountStatus.CLOSED,
                plan,
                paymentMethod,
                address.isEmpty() ? null : new BillingAccount.Address(address, postalCode, city),
                referralCode.isEmpty() ? null : referralCode,
                trialEndsOn,
                discountPercent,
                closingReason);
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
