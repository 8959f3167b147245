package com.pitstop.vehicle.web;

import java.util.function.BooleanSupplier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Submissions;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.vehicle.LicenseNumber;
import com.pitstop.vehicle.domain.ImmobiliseVehicle;
import com.pitstop.vehicle.domain.ReleaseVehicle;
import com.pitstop.vehicle.domain.VehicleId;
import com.pitstop.vehicle.registry.FindVehicle;
import com.pitstop.vehicle.registry.Vehicle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Vehicles")
@RestController
@RequestMapping("/api/vehicles/{licenseNumber}")
class ImmobilisationController {

    record ImmobilisationRequest(
            @NotBlank
            @Size(max = ImmobiliseVehicle.REASON_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason) {}

    record ReleaseRequest(
            @Nullable
            @Size(max = ReleaseVehicle.REASON_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason) {}

    private final Submissions submissions;
    private final QueryGateway queries;

    ImmobilisationController(Submissions submissions, QueryGateway queries) {
        this.submissions = submissions;
        this.queries = queries;
    }

    @Operation(summary = "Say that a vehicle is not to be driven")
    @PutMapping("/immobilisation")
    ResponseEntity<@Nullable Void> immobilise(
            @PathVariable String licenseNumber, @RequestBody @Valid ImmobilisationRequest request) {
        var number = new LicenseNumber(licenseNumber);
        return submissions
                .changing()
                .send(() -> new ImmobiliseVehicle(new VehicleId(number), request.reason()))
                .done(isShown(number, true));
    }

    @Operation(summary = "Say that a vehicle may be driven again")
    @PutMapping("/release")
    ResponseEntity<@Nullable Void> release(
            @PathVariable String licenseNumber,
            @RequestBody(required = false) @Valid @Nullable ReleaseRequest request) {
        var number = new LicenseNumber(licenseNumber);
        var reason = request == null || request.reason() == null ? "" : request.reason();
        return submissions
                .changing()
                .send(() -> new ReleaseVehicle(new VehicleId(number), reason))
                .done(isShown(number, false));
    }

    private BooleanSupplier isShown(LicenseNumber number, boolean immobilised) {
        return () -> queries.query(new FindVehicle(number.value()), ResponseTypes.optionalInstanceOf(Vehicle.class))
                .join()
                .filter(vehicle -> vehicle.immobilised() == immobilised)
                .isPresent();
    }
}
