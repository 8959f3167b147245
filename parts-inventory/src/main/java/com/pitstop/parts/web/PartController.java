package com.pitstop.parts.web;

import java.math.BigDecimal;
import java.util.Currency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
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
import com.pitstop.parts.domain.ChangePartPrice;
import com.pitstop.parts.domain.DiscontinuePart;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Price;
import com.pitstop.parts.domain.RegisterPart;
import com.pitstop.parts.stock.ListParts;
import com.pitstop.parts.stock.ListReorders;
import com.pitstop.parts.stock.Part;
import com.pitstop.parts.stock.PartPage;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.parts.Sku;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What parts there are. Their numbers cannot be the words that stand in their place in other paths. */
@Tag(name = "Parts", description = "What is on the shelf, for whom it is kept, and what is ordered")
@RestController
@RequestMapping("/api/parts")
class PartController {

    private static final String FREE_NUMBER = "(?!(?i:deliveries|reorders)$)" + Sku.PATTERN;

    record PartRegistrationRequest(
            @NotNull
            @Pattern(regexp = FREE_NUMBER, message = "must read like OIL-5W30-1L, and not deliveries or reorders")
            String sku,

            @NotBlank @Size(max = RegisterPart.NAME_LIMIT) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String name,

            @NotNull @DecimalMin("0") @Digits(integer = Price.WHOLE_DIGITS, fraction = Price.DECIMALS)
            BigDecimal unitPrice,

            @NotNull @Min(0) @Max(RegisterPart.HIGHEST_REORDER_LEVEL)
            Integer reorderLevel) {}

    record PriceRequest(
            @NotNull @DecimalMin("0") @Digits(integer = Price.WHOLE_DIGITS, fraction = Price.DECIMALS)
            BigDecimal unitPrice) {}

    record RegisteredPart(String sku) {}

    private final Submissions submissions;
    private final QueryGateway queries;
    private final Inventory inventory;
    private final Currency currency;

    PartController(
            Submissions submissions,
            QueryGateway queries,
            Inventory inventory,
            @Value("${pitstop.garage.currency}") Currency currency) {
        this.submissions = submissions;
        this.queries = queries;
        this.inventory = inventory;
        this.currency = currency;
    }

    @Operation(summary = "Register a part, of which there are no pieces yet")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    ResponseEntity<RegisteredPart> register(@RequestBody @Valid PartRegistrationRequest request) {
        var sku = new Sku(request.sku());
        var price = new Price(request.unitPrice(), currency);
        return submissions
                .creating(request)
                .send(() -> new RegisterPart(new PartId(sku), request.name(), price, request.reorderLevel()))
                .created("/api/parts/" + sku, new RegisteredPart(sku.value()), inventory.shows(sku, part -> true));
    }

    @Operation(summary = "List parts by number, all or those with a text in their number or name")
    @GetMapping
    PartPage list(
            @RequestParam(required = false)
                    @Size(max = 100)
                    @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
                    @Nullable
                    String query,
            @Valid @ParameterObject Paging paging) {
        var wanted = new ListParts(query == null ? "" : query, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(wanted, PartPage.class).join();
    }

    @Operation(summary = "List the parts that are to be ordered: fewer are available than their reorder level")
    @GetMapping("/reorders")
    PartPage reorders(@Valid @ParameterObject Paging paging) {
        return queries.query(new ListReorders(paging.pageOrFirst(), paging.sizeOrUsual()), PartPage.class)
                .join();
    }

    @Operation(summary = "Look a part up, by its number in any case")
    @GetMapping("/{sku}")
    Part show(@PathVariable String sku) {
        return inventory.require(new Sku(sku));
    }

    @Operation(summary = "Change what a piece costs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{sku}/price")
    ResponseEntity<@Nullable Void> changePrice(@PathVariable String sku, @RequestBody @Valid PriceRequest request) {
        var number = new Sku(sku);
        var price = new Price(request.unitPrice(), currency);
        return submissions
                .changing()
                .send(() -> new ChangePartPrice(new PartId(number), price))
                .done(inventory.shows(number, part -> part.unitPrice().compareTo(price.amount()) == 0));
    }

    @Operation(summary = "Order a part no more; what is on the shelf can still be used")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{sku}/discontinuation")
    ResponseEntity<@Nullable Void> discontinue(@PathVariable String sku) {
        var number = new Sku(sku);
        return submissions
                .changing()
                .send(() -> new DiscontinuePart(new PartId(number)))
                .done(inventory.shows(number, Part::discontinued));
    }
}
