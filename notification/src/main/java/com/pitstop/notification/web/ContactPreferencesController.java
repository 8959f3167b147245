package com.pitstop.notification.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import jakarta.validation.Valid;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Submissions;
import com.pitstop.notification.contacts.Contacts;
import com.pitstop.notification.contacts.FindPreferences;
import com.pitstop.notification.contacts.Preferences;
import com.pitstop.notification.domain.ContactPreferencesId;
import com.pitstop.notification.domain.ResetContactPreferences;
import com.pitstop.notification.domain.SetContactPreferences;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.customer.CustomerId;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Contact preferences", description = "How customers want to hear from the garage")
@RestController
@RequestMapping("/api/contact-preferences/{customerId}")
class ContactPreferencesController {

    private final Submissions submissions;
    private final QueryGateway queries;
    private final Contacts contacts;

    ContactPreferencesController(Submissions submissions, QueryGateway queries, Contacts contacts) {
        this.submissions = submissions;
        this.queries = queries;
        this.contacts = contacts;
    }

    @Operation(summary = "How a customer hears from the garage; as everybody does who said nothing, if so")
    @GetMapping
    Preferences show(@PathVariable UUID customerId) {
        return find(customerId)
                .orElseThrow(() ->
                        new NotFoundException("known-customer", "Customer %s is not known".formatted(customerId)));
    }

    @Operation(
            summary = "Say how a customer wants to hear from the garage; a kind of mail that is left out is not sent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping
    ResponseEntity<@Nullable Void> set(
            @PathVariable UUID customerId, @RequestBody @Valid ContactPreferencesRequest request) {
        contacts.require(customerId);
        return submissions
                .changing()
                .send(() -> new SetContactPreferences(id(customerId), request.wishes()))
                .done(isShown(customerId, request::isShownIn));
    }

    @Operation(summary = "Take a customer's wishes back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping
    ResponseEntity<@Nullable Void> reset(@PathVariable UUID customerId) {
        contacts.require(customerId);
        return submissions
                .changing()
                .send(() -> new ResetContactPreferences(id(customerId)))
                .done(isShown(customerId, preferences -> !preferences.chosen()));
    }

    private static ContactPreferencesId id(UUID customerId) {
        return new ContactPreferencesId(new CustomerId(customerId));
    }

    private BooleanSupplier isShown(UUID customerId, Predicate<Preferences> change) {
        return () -> find(customerId).filter(change).isPresent();
    }

    private Optional<Preferences> find(UUID customerId) {
        return queries.query(new FindPreferences(customerId), ResponseTypes.optionalInstanceOf(Preferences.class))
                .join();
    }
}
