package com.pitstop.parts.web;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Paging;
import com.pitstop.chassis.web.Submissions;
import com.pitstop.parts.deliveries.Delivery;
import com.pitstop.parts.deliveries.DeliveryPage;
import com.pitstop.parts.deliveries.DeliveryStatus;
import com.pitstop.parts.deliveries.ListDeliveries;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.delivery.ArrangeDelivery;
import com.pitstop.parts.domain.delivery.CancelDelivery;
import com.pitstop.parts.domain.delivery.DeliveryId;
import com.pitstop.parts.domain.delivery.ReceiveDelivery;
import com.pitstop.parts.stock.OrderableParts;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.parts.Sku;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Parts")
@RestController
@RequestMapping("/api/parts")
class DeliveryController {

    record DeliveryRequest(
            @NotNull @Min(1) @Max(Quantity.MOST) Integer quantity,
            @NotNull LocalDate expectedOn) {}

    record DeliveryCancellationRequest(
            @NotBlank
            @Size(max = CancelDelivery.REASON_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason) {}

    record ArrangedDelivery(UUID deliveryId) {}

    private final Submissions submissions;
    private final QueryGateway queries;
    private final Inventory inventory;
    private final OrderableParts orderableParts;

    DeliveryController(
            Submissions submissions, QueryGateway queries, Inventory inventory, OrderableParts orderableParts) {
        this.submissions = submissions;
        this.queries = queries;
        this.inventory = inventory;
        this.orderableParts = orderableParts;
    }

    @Operation(summary = "Note that pieces were ordered from a supplier")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/{sku}/deliveries")
    ResponseEntity<ArrangedDelivery> arrange(@PathVariable String sku, @RequestBody @Valid DeliveryRequest request) {
        var number = new Sku(sku);
        var submission = submissions.creating(request);
        var id = submission.newId();
        return submission
                .send(() -> arranging(id, number, request))
                .created(
                        "/api/parts/deliveries/" + id,
                        new ArrangedDelivery(id),
                        () -> inventory.find(id).isPresent());
    }

    @Operation(summary = "List deliveries, those expected first before others: all, of a part, or in a state")
    @GetMapping("/deliveries")
    DeliveryPage list(
            @RequestParam(required = false)
                    @Pattern(regexp = Sku.PATTERN, message = "must read like OIL-5W30-1L")
                    @Nullable
                    String sku,
            @RequestParam(required = false) @Nullable DeliveryStatus status,
            @Valid @ParameterObject Paging paging) {
        var number = sku == null ? null : new Sku(sku).value();
        var wanted = new ListDeliveries(number, status, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(wanted, DeliveryPage.class).join();
    }

    @Operation(summary = "Look a delivery up")
    @GetMapping("/deliveries/{deliveryId}")
    Delivery show(@PathVariable UUID deliveryId) {
        return inventory
                .find(deliveryId)
                .orElseThrow(() ->
                        new NotFoundException("known-delivery", "Delivery %s is not known".formatted(deliveryId)));
    }

    @Operation(summary = "Note that a delivery is here; its pieces are put on the shelf")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/deliveries/{deliveryId}/receipt")
    ResponseEntity<@Nullable Void> receive(@PathVariable UUID deliveryId) {
        return submissions
                .changing()
                .send(() -> new ReceiveDelivery(new DeliveryId(deliveryId)))
                .done(() -> inventory.showsReceived(deliveryId));
    }

    @Operation(summary = "Note that a delivery does not come")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/deliveries/{deliveryId}/cancellation")
    ResponseEntity<@Nullable Void> cancel(
            @PathVariable UUID deliveryId, @RequestBody @Valid DeliveryCancellationRequest request) {
        return submissions
                .changing()
                .send(() -> new CancelDelivery(new DeliveryId(deliveryId), request.reason()))
                .done(() -> inventory
                        .find(deliveryId)
                        .filter(delivery -> delivery.status() == DeliveryStatus.CANCELLED)
                        .isPresent());
    }

    private ArrangeDelivery arranging(UUID id, Sku sku, DeliveryRequest request) {
        orderableParts.require(sku);
        return new ArrangeDelivery(new DeliveryId(id), sku, new Quantity(request.quantity()), request.expectedOn());
    }
}
