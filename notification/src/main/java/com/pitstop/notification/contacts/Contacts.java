package com.pitstop.notification.contacts;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.processing.Rebuilds;
import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.domain.Language;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.customer.CustomerId;

/** The customers, as far as somebody wants to write to them. */
@Component
public class Contacts {

    private static final String PROCESSING_GROUP = "notification";

    private final CustomerViewRepository customers;
    private final PreferencesViewRepository preferences;
    private final Language usualLanguage;
    private final Rebuilds rebuilds;

    Contacts(
            CustomerViewRepository customers,
            PreferencesViewRepository preferences,
            NotificationSettings settings,
            Rebuilds rebuilds) {
        this.customers = customers;
        this.preferences = preferences;
        this.usualLanguage = settings.language();
        this.rebuilds = rebuilds;
    }

    /** Empty for somebody who never was a customer: vehicles may have owners whom nobody registered. */
    public Optional<Contact> find(UUID customerId) {
        return customers
                .findById(customerId)
                .map(customer -> contact(customerId, customer.name(), customer.emailAddress()));
    }

    /** Somebody who need not be in the table yet. */
    public Contact contact(UUID customerId, String name, String emailAddress) {
        var wishes = preferencesOf(customerId);
        return new Contact(customerId, name, emailAddress, Language.of(wishes.language()), Set.copyOf(wishes.kinds()));
    }

    @QueryHandler
    Optional<Preferences> handle(FindPreferences query) {
        return isKnown(query.customerId()) ? Optional.of(preferencesOf(query.customerId())) : Optional.empty();
    }

    /**
     * Insists that somebody is a customer.
     *
     * @throws NotFoundException {@code known-customer} when nobody registered them
     */
    public void require(UUID customerId) {
        if (!isKnown(customerId)) {
            throw new NotFoundException("known-customer", "Customer %s is not known".formatted(customerId));
        }
    }

    private boolean isKnown(UUID customerId) {
        return rebuilds.isKnown(
                PROCESSING_GROUP, new CustomerId(customerId).toString(), () -> customers.existsById(customerId));
    }

    private Preferences preferencesOf(UUID customerId) {
        return preferences
                .findById(customerId)
                .filter(PreferencesView::isChosen)
                .map(PreferencesView::asPreferences)
                .orElseGet(() -> Preferences.ofWhoSaidNothing(customerId, usualLanguage));
    }
}
