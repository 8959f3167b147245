package com.pitstop.workshop.web;

import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Paging;
import com.pitstop.shared.NotFoundException;
import com.pitstop.workshop.registry.FindWorkshopCustomer;
import com.pitstop.workshop.registry.ListWorkshopCustomers;
import com.pitstop.workshop.registry.WorkshopCustomer;
import com.pitstop.workshop.registry.WorkshopCustomerPage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The customers the workshop knows. */
@Tag(name = "Workshop")
@RestController
@RequestMapping("/api/workshop/customers")
class WorkshopCustomerController {

    private final QueryGateway queries;

    WorkshopCustomerController(QueryGateway queries) {
        this.queries = queries;
    }

    @Operation(summary = "The customers the workshop knows, by name")
    @GetMapping
    WorkshopCustomerPage list(
            @RequestParam(required = false) @Size(max = 100) @Nullable String query,
            @Valid @ParameterObject Paging paging) {
        var list = new ListWorkshopCustomers(
                Objects.requireNonNullElse(query, ""), paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(list, ResponseTypes.instanceOf(WorkshopCustomerPage.class))
                .join();
    }

    @Operation(summary = "What the workshop knows of a customer")
    @GetMapping("/{customerId}")
    WorkshopCustomer find(@PathVariable UUID customerId) {
        return queries.query(
                        new FindWorkshopCustomer(customerId), ResponseTypes.optionalInstanceOf(WorkshopCustomer.class))
                .join()
                .orElseThrow(() -> new NotFoundException(
                        "known-customer", "The workshop knows no customer %s".formatted(customerId)));
    }
}
