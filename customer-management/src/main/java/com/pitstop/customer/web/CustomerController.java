package com.pitstop.customer.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Paging;
import com.pitstop.chassis.web.Submissions;
import com.pitstop.customer.domain.RegisterCustomer;
import com.pitstop.customer.registry.Customer;
import com.pitstop.customer.registry.CustomerPage;
import com.pitstop.customer.registry.FindCustomer;
import com.pitstop.customer.registry.ListCustomers;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.customer.CustomerId;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Customers", description = "Who the garage works for, and how to reach them")
@RestController
@RequestMapping("/api/customers")
class CustomerController {

    record RegisteredCustomer(UUID customerId) {}

    private final Submissions submissions;
    private final QueryGateway queries;

    CustomerController(Submissions submissions, QueryGateway queries) {
        this.submissions = submissions;
        this.queries = queries;
    }

    @Operation(summary = "Register a customer")
    @PostMapping
    ResponseEntity<RegisteredCustomer> register(@RequestBody @Valid CustomerRegistrationRequest request) {
        var submission = submissions.creating(request);
        var id = submission.newId();
        return submission
                .send(() -> new RegisterCustomer(new CustomerId(id), request.contactDetails()))
                .created("/api/customers/" + id, new RegisteredCustomer(id), isShown(id, customer -> true));
    }

    @Operation(summary = "List customers by name, all or those with a text in their details")
    @GetMapping
    CustomerPage list(
            @RequestParam(required = false)
                    @Size(max = 100)
                    @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
                    @Nullable
                    String query,
            @Valid @ParameterObject Paging paging) {
        var all = new ListCustomers(query == null ? "" : query, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(all, CustomerPage.class).join();
    }

    @Operation(summary = "Look a customer up")
    @GetMapping("/{customerId}")
    Customer show(@PathVariable UUID customerId) {
        return find(customerId)
                .orElseThrow(() ->
                        new NotFoundException("known-customer", "Customer %s is not known".formatted(customerId)));
    }

    @Operation(summary = "Change how a customer is reached; a name that is left out stays as it is")
    @PutMapping("/{customerId}/contact-details")
    ResponseEntity<@Nullable Void> change(
            @PathVariable UUID customerId, @RequestBody @Valid ContactDetailsRequest request) {
        return submissions
                .changing()
                .send(() -> request.asCommand(customerId))
                .done(isShown(customerId, request::isShownIn));
    }

    @Operation(summary = "Deactivate a customer who leaves the garage")
    @PutMapping("/{customerId}/deactivation")
    ResponseEntity<@Nullable Void> deactivate(
            @PathVariable UUID customerId,
            @RequestBody(required = false) @Valid @Nullable DeactivationRequest request) {
        return submissions
                .changing()
                .send(() -> DeactivationRequest.orEmpty(request).asCommand(customerId))
                .done(isShown(customerId, customer -> !customer.active()));
    }

    private BooleanSupplier isShown(UUID customerId, Predicate<Customer> change) {
        return () -> find(customerId).filter(change).isPresent();
    }

    private Optional<Customer> find(UUID customerId) {
        return queries.query(new FindCustomer(customerId), ResponseTypes.optionalInstanceOf(Customer.class))
                .join();
    }
}
