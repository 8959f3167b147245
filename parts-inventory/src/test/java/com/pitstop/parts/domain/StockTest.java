package com.pitstop.parts.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

import com.pitstop.chassis.axon.Serializers;
import com.pitstop.parts.domain.NaiveShelf.Asked;
import com.pitstop.shared.Refusal;
import com.pitstop.shared.parts.Sku;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is asked in whatever order and however often, no piece is lost, made up, or promised twice. */
class StockTest {

    private static final PartId OIL = new PartId(new Sku("OIL"));
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    enum Kind {
        RECEIVE,
        ADJUST,
        RESERVE,
        RELEASE,
        EXPIRE,
        CONSUME_RESERVATION,
        CONSUME
    }

    /** Something somebody asks for. Jobs and reservations have the same few ids, so that they meet. */
    record Request(Kind kind, int who, int pieces) {

        UUID job() {
            return new UUID(0, who);
        }

        ReservationId reservation() {
            return new ReservationId(job().toString());
        }

        Object command() {
            return switch (kind) {
                case RECEIVE -> new ReceiveStock(OIL, UUID.randomUUID(), new Quantity(pieces));
                case ADJUST -> new AdjustStock(OIL, UUID.randomUUID(), who % 2 == 0 ? pieces : -pieces, "Counted");
                case RESERVE -> new ReserveParts(OIL, reservation(), new Quantity(pieces));
                case RELEASE -> new ReleaseParts(OIL, reservation());
                case EXPIRE -> new ExpireReservation(OIL, reservation());
                case CONSUME_RESERVATION -> new ConsumeReservation(OIL, reservation());
                case CONSUME -> new ConsumeParts(OIL, job(), new Quantity(pieces));
            };
        }
    }

    @Property(tries = 400)
    void nothingIsLostMadeUpOrPromisedTwice(@ForAll("requests") @Size(max = 40) List<Request> requests) {
        var inventory = inventory();
        var shelf = new NaiveShelf();
        for (var request : requests) {
            ask(inventory, shelf, request);
            shelf.assertInvariants();
        }
    }

    @Property(tries = 200)
    void whatIsAskedAgainAtOnceChangesNothing(@ForAll("requests") @Size(max = 30) List<Request> requests) {
        var inventory = inventory();
        var shelf = new NaiveShelf();
        for (var request : requests) {
            ask(inventory, shelf, request);
            if (request.kind() != Kind.RECEIVE && request.kind() != Kind.ADJUST) {
                var before = shelf.events();
                ask(inventory, shelf, request);
                assertThat(shelf.events()).isEqualTo(before);
            }
        }
    }

    /** The aggregate answers, and its events are what the naive shelf goes by. */
    private static void ask(Configuration inventory, NaiveShelf shelf, Request request) {
        var asked = new Asked(request.kind(), request.job().toString(), request.pieces());
        var refused = false;
        try {
            inventory.commandGateway().sendAndWait(request.command());
        } catch (Refusal | CommandExecutionException refusal) {
            refused = true;
        }
        shelf.follow(asked, refused, eventsAfter(inventory, shelf.events()));
    }

    private static List<Object> eventsAfter(Configuration inventory, int seen) {
        return inventory
                .eventStore()
                .readEvents(OIL.toString(), seen + 1L)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    private static Configuration inventory() {
        var inventory = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> Serializers.messages())
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Part.class))
                .registerComponent(
                        ReservationTerms.class,
                        // what is reserved is due at once, so that it may expire
                        configuration -> new ReservationTerms(Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC)))
                .start();
        CommandGateway commands = inventory.commandGateway();
        commands.sendAndWait(new RegisterPart(OIL, "Oil", new Price(BigDecimal.ONE, Currency.getInstance("EUR")), 5));
        return inventory;
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        var requests = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 12))
                .as(Request::new);
        return requests.list();
    }
}
