package com.pitstop.parts.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Paging;
import com.pitstop.chassis.web.Submissions;
import com.pitstop.parts.domain.ConsumeReservation;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.ReleaseParts;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.parts.domain.ReserveParts;
import com.pitstop.parts.reservations.ListReservations;
import com.pitstop.parts.reservations.Reservation;
import com.pitstop.parts.reservations.ReservationPage;
import com.pitstop.parts.reservations.ReservationStatus;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.parts.Sku;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Parts")
@RestController
@RequestMapping("/api/parts/{sku}/reservations")
class ReservationController {

    record ReservationRequest(
            @NotNull
            @Pattern(
                    regexp = ReservationId.PATTERN,
                    message = "must be 1 to 64 letters, digits, dots, colons, hyphens and underscores")
            String reservationId,

            @NotNull @Min(1) @Max(Quantity.MOST) Integer quantity) {}

    record ReservationAccepted(String reservationId) {}

    private final Submissions submissions;
    private final QueryGateway queries;
    private final Inventory inventory;

    ReservationController(Submissions submissions, QueryGateway queries, Inventory inventory) {
        this.submissions = submissions;
        this.queries = queries;
        this.inventory = inventory;
    }

    @Operation(summary = "Keep pieces for somebody; to repeat it changes nothing")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    ResponseEntity<ReservationAccepted> reserve(
            @PathVariable String sku, @RequestBody @Valid ReservationRequest request) {
        var number = new Sku(sku);
        var id = new ReservationId(request.reservationId());
        return submissions
                .creating(request)
                .send(() -> new ReserveParts(new PartId(number), id, new Quantity(request.quantity())))
                .created(
                        "/api/parts/%s/reservations/%s".formatted(number, id),
                        new ReservationAccepted(id.value()),
                        inventory.showsReservation(number, id.value(), reservation -> true));
    }

    @Operation(summary = "List the open reservations of a part, those that expire first before others")
    @GetMapping
    ReservationPage list(@PathVariable String sku, @Valid @ParameterObject Paging paging) {
        var part = inventory.require(new Sku(sku));
        var wanted = new ListReservations(part.sku(), paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(wanted, ReservationPage.class).join();
    }

    @Operation(summary = "Look a reservation up, open or not")
    @GetMapping("/{reservationId}")
    Reservation show(@PathVariable String sku, @PathVariable String reservationId) {
        var id = new ReservationId(reservationId);
        return inventory
                .find(new Sku(sku), id.value())
                .orElseThrow(
                        () -> new NotFoundException("known-reservation", "Reservation %s is not known".formatted(id)));
    }

    @Operation(summary = "Give back what was kept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{reservationId}/release")
    ResponseEntity<@Nullable Void> release(@PathVariable String sku, @PathVariable String reservationId) {
        var number = new Sku(sku);
        var id = new ReservationId(reservationId);
        return submissions
                .changing()
                .send(() -> new ReleaseParts(new PartId(number), id))
                .done(inventory.showsReservation(
                        number, id.value(), reservation -> reservation.status() != ReservationStatus.OPEN));
    }

    @Operation(summary = "Take what was kept from the shelf")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{reservationId}/consumption")
    ResponseEntity<@Nullable Void> consume(@PathVariable String sku, @PathVariable String reservationId) {
        var number = new Sku(sku);
        var id = new ReservationId(reservationId);
        return submissions
                .changing()
                .send(() -> new ConsumeReservation(new PartId(number), id))
                .done(inventory.showsReservation(
                        number, id.value(), reservation -> reservation.status() == ReservationStatus.CONSUMED));
    }
}
