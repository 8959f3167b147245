package com.pitstop.parts.domain;

import java.math.BigDecimal;
import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import com.pitstop.parts.domain.Settlements.Outcome;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.parts.PartDiscontinued;
import com.pitstop.shared.parts.PartPriceChanged;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;
import com.pitstop.shared.parts.StockAdjusted;
import com.pitstop.shared.parts.StockFellBelowReorderLevel;
import com.pitstop.shared.parts.StockReceived;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** A kind of part, the pieces of it on the shelf, and for whom some of them are kept. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger", cache = "aggregateCache")
@Revision("1")
class Part {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    // Plain values: what a part number or a price looks like may change, and history must still load.
    private String sku;
    private BigDecimal unitPrice;
    private String currency;
    private int reorderLevel;
    private boolean discontinued;

    private Stock stock = Stock.NONE;
    private Settlements settlements = Settlements.NONE;

    @SuppressWarnings("NullAway.Init")
    Part() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RegisterPart command) {
        requireFreeSku(command.partId());
        apply(new PartRegistered(
                command.partId().sku().value(),
                command.name(),
                command.price().amount(),
                command.price().currency().getCurrencyCode(),
                command.reorderLevel()));
    }

    @CommandHandler
    void handle(ChangePartPrice command) {
        var amount = command.price().amount();
        var newCurrency = command.price().currency().getCurrencyCode();
        if (amount.compareTo(unitPrice) != 0 || !newCurrency.equals(currency)) {
            apply(new PartPriceChanged(sku, amount, newCurrency));
        }
    }

    @CommandHandler
    void handle(DiscontinuePart command) {
        if (!discontinued) {
            apply(new PartDiscontinued(sku));
        }
    }

    @CommandHandler
    void handle(ReceiveStock command) {
        stock.requireRoomFor(command.quantity().pieces());
        apply(new StockReceived(sku, command.receiptId(), command.quantity().pieces()));
    }

    @CommandHandler
    void handle(AdjustStock command) {
        stock.requireRoomFor(command.pieces());
        stock.requireToSpare(-command.pieces());
        var before = stock.available();
        apply(new StockAdjusted(sku, command.adjustmentId(), command.pieces(), command.reason()));
        announceFallFrom(before);
    }

    @CommandHandler
    void handle(ReserveParts command, ReservationTerms terms) {
        var reservationId = command.reservationId().value();
        var pieces = command.quantity().pieces();
        if (stock.reservation(reservationId).isPresent()) {
            requireSameQuantity(reservationId, pieces);
            return; // a reservation's id stands for one request, and this one was accepted before
        }
        settlements.requireUnsettled(reservationId);
        stock.requireAvailable(pieces);
        var before = stock.available();
        apply(new PartsReserved(sku, reservationId, pieces, terms.expiryOfOneMadeNow(command.untilGivenBack())));
        announceFallFrom(before);
    }

    @CommandHandler
    void handle(ReleaseParts command) {
        var reservationId = command.reservationId().value();
        var reservation = stock.reservation(reservationId);
        if (reservation.isEmpty()) {
            settlements.requireEnded(reservationId, Outcome.RELEASED, Outcome.EXPIRED);
            return;
        }
        apply(new PartsReleased(sku, reservationId, reservation.get().quantity()));
    }

    @CommandHandler
    void handle(ExpireReservation command, ReservationTerms terms) {
        var reservationId = command.reservationId().value();
        stock.reservation(reservationId)
                .filter(reservation -> reservation.isOverAt(terms.now()))
                .ifPresent(due -> apply(new ReservationExpired(sku, reservationId, due.quantity())));
    }

    @CommandHandler
    void handle(ConsumeReservation command) {
        var reservationId = command.reservationId().value();
        var reservation = stock.reservation(reservationId);
        if (reservation.isEmpty()) {
            settlements.requireEnded(reservationId, Outcome.CONSUMED);
            return;
        }
        var pieces = reservation.get().quantity();
        apply(new PartsConsumed(sku, reservationId, pieces, pieces));
    }

    @CommandHandler
    void handle(ConsumeParts command) {
        var before = stock.available();
        var reservationId = command.reservationId().value();
        var pieces = Math.max(0, command.quantity().pieces() - settlements.consumedBy(reservationId));
        var fromReservation = Math.min(pieces, stock.reservedFor(reservationId));
        correctTheBooksFor(command.jobId(), pieces - fromReservation);
        if (pieces > 0) {
            apply(new PartsConsumed(sku, reservationId, pieces, fromReservation));
        }
        stock.reservation(reservationId)
                .ifPresent(left -> apply(new PartsReleased(sku, reservationId, left.quantity())));
        announceFallFrom(before);
    }

    /** What is in a vehicle was evidently there. */
    private void correctTheBooksFor(UUID jobId, int pieces) {
        var missing = pieces - stock.available();
        if (missing > 0) {
            apply(new StockAdjusted(sku, jobId, missing, "Job %s took what the books did not have".formatted(jobId)));
        }
    }

    private void announceFallFrom(int availableBefore) {
        if (!discontinued && availableBefore >= reorderLevel && stock.available() < reorderLevel) {
            apply(new StockFellBelowReorderLevel(sku, stock.available(), reorderLevel));
        }
    }

    @EventSourcingHandler
    void on(PartRegistered event) {
        id = PartId.stream(event.sku());
        sku = event.sku();
        unitPrice = event.unitPrice();
        currency = event.currency();
        reorderLevel = event.reorderLevel();
    }

    @EventSourcingHandler
    void on(PartPriceChanged event) {
        unitPrice = event.unitPrice();
        currency = event.currency();
    }

    @EventSourcingHandler
    void on(PartDiscontinued event) {
        discontinued = true;
    }

    @EventSourcingHandler
    void on(StockReceived event) {
        stock = stock.changedBy(event.quantity());
    }

    @EventSourcingHandler
    void on(StockAdjusted event) {
        stock = stock.changedBy(event.quantity());
    }

    @EventSourcingHandler
    void on(PartsReserved event) {
        stock = stock.reserve(event.reservationId(), new Reservation(event.quantity(), event.expiresAt()));
    }

    @EventSourcingHandler
    void on(PartsReleased event) {
        stock = stock.release(event.reservationId());
        settlements = settlements.add(event.reservationId(), Outcome.RELEASED, 0);
    }

    @EventSourcingHandler
    void on(ReservationExpired event) {
        stock = stock.release(event.reservationId());
        settlements = settlements.add(event.reservationId(), Outcome.EXPIRED, 0);
    }

    @EventSourcingHandler
    void on(PartsConsumed event) {
        stock = stock.consume(event.reservationId(), event.quantity(), event.fromReservation());
        settlements = settlements.add(event.reservationId(), Outcome.CONSUMED, event.quantity());
    }

    private void requireFreeSku(PartId part) {
        if (id != null) {
            throw new RuleViolatedException("sku-free", "Part %s is already registered".formatted(part.sku()));
        }
    }

    private void requireSameQuantity(String reservationId, int pieces) {
        var reserved = stock.reservedFor(reservationId);
        if (reserved != pieces) {
            throw new RuleViolatedException(
                    "reservation-unchanged",
                    "Reservation %s is for %d pieces, and not for %d".formatted(reservationId, reserved, pieces));
        }
    }
}
