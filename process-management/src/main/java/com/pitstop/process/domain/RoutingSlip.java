package com.pitstop.process.domain;

import java.util.UUID;
import java.util.function.Consumer;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import com.pitstop.shared.process.RoutingSlipStarted;

/**
 * The card that travels with a piece of work through the contexts: what is to be done, what was, and what would have to
 * be undone. It asks and is answered, by events only; {@link Turn} holds what it decides.
 *
 * <pre>
 * FORWARD --------------------------------> ENDED: completed, terminated
 *    |  \                                     ^
 *    |   '- a step failed, or a cancellation   |
 *    |                v                        |
 *    |          COMPENSATING ------------------+ compensated, cancelled, terminated
 *    |              |   ^                      |
 *    |              v   | an operator          |
 *    |           STRANDED ---------------------+ resolved
 *    '--- past the pivot a failed step waits for an operator
 * </pre>
 */
@Aggregate(cache = "aggregateCache")
@Revision("1")
class RoutingSlip {

    @AggregateIdentifier
    private RoutingSlipId id;

    private Slip slip = Slip.NONE;

    @SuppressWarnings("NullAway.Init")
    RoutingSlip() {} // Axon starts from here, then replays the events

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(StartRoutingSlip command, SlipTerms terms) {
        take(
                command.slipId().trackingNumber(),
                terms,
                turn -> turn.start(command.process(), command.version(), command.itinerary(), command.variables()));
    }

    @CommandHandler
    void handle(RecordAnswer command, SlipTerms terms) {
        take(terms, turn -> turn.take(command.answer()));
    }

    @CommandHandler
    void handle(FireTimer command, SlipTerms terms) {
        take(terms, turn -> turn.fire(command.timerId()));
    }

    @CommandHandler
    void handle(ReceiveSignal command, SlipTerms terms) {
        take(terms, turn -> turn.receive(command.signal(), command.data()));
    }

    @CommandHandler
    void handle(DenySignal command, SlipTerms terms) {
        take(terms, turn -> turn.deny(command.signal(), command.data(), command.reason()));
    }

    @CommandHandler
    void handle(PauseRoutingSlip command, SlipTerms terms) {
        take(terms, turn -> new Wishes(turn).pause(command.reason()));
    }

    @CommandHandler
    void handle(ResumeRoutingSlip command, SlipTerms terms) {
        take(terms, turn -> new Wishes(turn).resume(command.reason()));
    }

    @CommandHandler
    void handle(CancelRoutingSlip command, SlipTerms terms) {
        take(terms, turn -> new Wishes(turn).cancel(command.reason()));
    }

    @CommandHandler
    void handle(CallOffRoutingSlip command, SlipTerms terms) {
        take(terms, turn -> new Wishes(turn).callOff(command.reason()));
    }

    @CommandHandler
    void handle(RetryStep command, SlipTerms terms) {
        take(terms, turn -> new Wishes(turn).retry(command.step(), command.reason()));
    }

    @CommandHandler
    void handle(SkipStep command, SlipTerms terms) {
        take(terms, turn -> new Wishes(turn).skip(command.step(), command.reason()));
    }

    @CommandHandler
    void handle(CompleteStep command, SlipTerms terms) {
        take(terms, turn -> new Wishes(turn).complete(command.step(), command.data(), command.reason()));
    }

    @CommandHandler
    void handle(ResolveRoutingSlip command, SlipTerms terms) {
        take(terms, turn -> new Wishes(turn).resolve(command.reason()));
    }

    @CommandHandler
    void handle(ReviseItinerary command, SlipTerms terms) {
        take(terms, turn -> new Wishes(turn).revise(command.rest(), command.reason()));
    }

    private void take(SlipTerms terms, Consumer<Turn> whatHappens) {
        take(id.trackingNumber(), terms, whatHappens);
    }

    private void take(UUID trackingNumber, SlipTerms terms, Consumer<Turn> whatHappens) {
        var turn = new Turn(trackingNumber, slip, terms);
        whatHappens.accept(turn);
        turn.events().forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(RoutingSlipStarted event) {
        id = new RoutingSlipId(event.trackingNumber());
        slip = Progress.after(Slip.NONE, event);
    }

    @EventSourcingHandler
    void on(Object event) {
        slip = Progress.after(slip, event);
    }
}
