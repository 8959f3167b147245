package com.pitstop.vehicle.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.vehicle.domain.RegisterVehicle;
import com.pitstop.vehicle.domain.TransferVehicle;
import com.pitstop.vehicle.domain.UnregisterVehicle;
import com.pitstop.vehicle.domain.VehicleId;
import com.pitstop.vehicle.registry.FindVehicle;
import com.pitstop.vehicle.registry.ListVehicles;
import com.pitstop.vehicle.registry.Vehicle;
import com.pitstop.vehicle.registry.VehiclePage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Vehicles", description = "Which vehicles the garage cares for, and whose they are")
@RestController
@RequestMapping("/api/vehicles")
class VehicleController {

    record VehicleRegistrationRequest(
            @NotNull @Pattern(regexp = LicenseNumber.PATTERN, message = "must read like KN-16-RS")
            String licenseNumber,

            @NotBlank
            @Size(max = RegisterVehicle.BRAND_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String brand,

            @NotBlank
            @Size(max = RegisterVehicle.TYPE_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String type,

            @NotNull UUID ownerId) {}

    record OwnerRequest(@NotNull UUID ownerId) {}

    record UnregistrationRequest(
            @Nullable
            @Size(max = UnregisterVehicle.REASON_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason) {}

    record RegisteredVehicle(String licenseNumber) {}

    private final Submissions submissions;
    private final QueryGateway queries;

    VehicleController(Submissions submissions, QueryGateway queries) {
        this.submissions = submissions;
        this.queries = queries;
    }

    @Operation(summary = "Register a vehicle, for the first time or again after it was unregistered")
    @PostMapping
    ResponseEntity<RegisteredVehicle> register(@RequestBody @Valid VehicleRegistrationRequest request) {
        var number = new LicenseNumber(request.licenseNumber());
        var owner = new CustomerId(request.ownerId());
        return submissions
                .creating(request)
                .send(() -> new RegisterVehicle(new VehicleId(number), request.brand(), request.type(), owner))
                .created(
                        "/api/vehicles/" + number,
                        new RegisteredVehicle(number.value()),
                        isShown(number, Vehicle::registered));
    }

    @Operation(
            summary = "List vehicles by license number: all, an owner's, or those with a text in number, brand or type")
    @GetMapping
    VehiclePage list(
            @RequestParam(required = false)
                    @Size(max = 100)
                    @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
                    @Nullable
                    String query,
            @RequestParam(required = false) @Nullable UUID ownerId,
            @Valid @ParameterObject Paging paging) {
        var wanted = new ListVehicles(query == null ? "" : query, ownerId, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(wanted, VehiclePage.class).join();
    }

    @Operation(summary = "Look a vehicle up, by its license number in any case")
    @GetMapping("/{licenseNumber}")
    Vehicle show(@PathVariable String licenseNumber) {
        var number = new LicenseNumber(licenseNumber);
        return find(number)
                .orElseThrow(() -> new NotFoundException("known-vehicle", "Vehicle %s is not known".formatted(number)));
    }

    @Operation(summary = "Transfer a vehicle to another owner")
    @PutMapping("/{licenseNumber}/owner")
    ResponseEntity<@Nullable Void> transfer(
            @PathVariable String licenseNumber, @RequestBody @Valid OwnerRequest request) {
        var number = new LicenseNumber(licenseNumber);
        return submissions
                .changing()
                .send(() -> new TransferVehicle(new VehicleId(number), new CustomerId(request.ownerId())))
                .done(isShown(number, vehicle -> vehicle.ownerId().equals(request.ownerId())));
    }

    @Operation(summary = "Unregister a vehicle that leaves the care of the garage")
    @PutMapping("/{licenseNumber}/unregistration")
    ResponseEntity<@Nullable Void> unregister(
            @PathVariable String licenseNumber,
            @RequestBody(required = false) @Valid @Nullable UnregistrationRequest request) {
        var number = new LicenseNumber(licenseNumber);
        var reason = request == null || request.reason() == null ? "" : request.reason();
        return submissions
                .changing()
                .send(() -> new UnregisterVehicle(new VehicleId(number), reason))
                .done(isShown(number, vehicle -> !vehicle.registered()));
    }

    private BooleanSupplier isShown(LicenseNumber number, Predicate<Vehicle> change) {
        return () -> find(number).filter(change).isPresent();
    }

    private Optional<Vehicle> find(LicenseNumber number) {
        return queries.query(new FindVehicle(number.value()), ResponseTypes.optionalInstanceOf(Vehicle.class))
                .join();
    }
}
