package com.pitstop.benchmarks;

import java.net.URI;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a customer costs without events: one validated request, one row, one commit, by plain Spring Data JPA. */
@RestController
class PlainInsert {

    record Customer(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String address,
            @NotBlank @Size(max = 20) String postalCode,
            @NotBlank @Size(max = 100) String city,
            @NotBlank @Size(max = 30) String telephoneNumber,
            @NotBlank @Email @Size(max = 254) String emailAddress) {}

    private final PlainCustomers customers;

    PlainInsert(PlainCustomers customers) {
        this.customers = customers;
    }

    @PostMapping("/benchmark/plain-customers")
    ResponseEntity<Map<String, String>> insert(@RequestBody @Valid Customer customer) {
        var id = String.valueOf(customers.save(new PlainCustomer(customer)).customerId());
        return ResponseEntity.created(URI.create("/benchmark/plain-customers/" + id))
                .body(Map.of("customerId", id));
    }
}
