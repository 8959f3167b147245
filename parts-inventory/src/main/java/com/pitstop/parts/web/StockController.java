package com.pitstop.parts.web;

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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Paging;
import com.pitstop.chassis.web.Submissions;
import com.pitstop.parts.domain.AdjustStock;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.ReceiveStock;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.parts.movements.ListMovements;
import com.pitstop.parts.movements.MovementPage;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.parts.Sku;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Parts")
@RestController
@RequestMapping("/api/parts/{sku}")
class StockController {

    record ReceiptRequest(
            @NotNull @Min(1) @Max(Quantity.MOST) Integer quantity) {}

    record AdjustmentRequest(
            @NotNull @Min(-AdjustStock.MOST) @Max(AdjustStock.MOST)
            Integer quantity,

            @NotBlank
            @Size(max = AdjustStock.REASON_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason) {}

    record Receipt(UUID receiptId) {}

    record Adjustment(UUID adjustmentId) {}

    /**
     * Whether there are enough pieces at the moment. Nobody is promised anything by that.
     *
     * @param available pieces on hand that are not reserved
     */
    record Availability(String sku, int quantity, int available, boolean sufficient) {}

    private final Submissions submissions;
    private final QueryGateway queries;
    private final Inventory inventory;

    StockController(Submissions submissions, QueryGateway queries, Inventory inventory) {
        this.submissions = submissions;
        this.queries = queries;
        this.inventory = inventory;
    }

    @Operation(summary = "Put pieces on the shelf")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/receipts")
    ResponseEntity<Receipt> receive(@PathVariable String sku, @RequestBody @Valid ReceiptRequest request) {
        var number = new Sku(sku);
        var submission = submissions.creating(request);
        var id = submission.newId();
        return submission
                .send(() -> new ReceiveStock(new PartId(number), id, new Quantity(request.quantity())))
                .created(movement(number, id), new Receipt(id), inventory.showsMovement(number, id));
    }

    @Operation(summary = "Correct the books to what is really there, by more or, with a minus, by fewer pieces")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/adjustments")
    ResponseEntity<Adjustment> adjust(@PathVariable String sku, @RequestBody @Valid AdjustmentRequest request) {
        var number = new Sku(sku);
        var submission = submissions.creating(request);
        var id = submission.newId();
        return submission
                .send(() -> new AdjustStock(new PartId(number), id, request.quantity(), request.reason()))
                .created(movement(number, id), new Adjustment(id), inventory.showsMovement(number, id));
    }

    @Operation(summary = "Whether there are enough pieces at the moment; only a reservation keeps them")
    @GetMapping("/availability")
    Availability availability(@PathVariable String sku, @RequestParam @Min(1) @Max(Quantity.MOST) Integer quantity) {
        var part = inventory.require(new Sku(sku));
        return new Availability(part.sku(), quantity, part.available(), part.available() >= quantity);
    }

    @Operation(summary = "What happened to the pieces of a part, newest first: all, or what belongs to one reference")
    @GetMapping("/movements")
    MovementPage movements(
            @PathVariable String sku,
            @RequestParam(required = false)
                    @Pattern(regexp = ReservationId.PATTERN, message = "must be an id")
                    @Nullable
                    String reference,
            @Valid @ParameterObject Paging paging) {
        var part = inventory.require(new Sku(sku));
        var wanted = new ListMovements(
                part.sku(), reference == null ? "" : reference, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(wanted, MovementPage.class).join();
    }

    private static String movement(Sku sku, UUID reference) {
        return "/api/parts/%s/movements?reference=%s".formatted(sku, reference);
    }
}
