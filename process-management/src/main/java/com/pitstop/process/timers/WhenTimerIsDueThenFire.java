package com.pitstop.process.timers;

import java.time.Clock;
import java.time.Duration;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.messaging.Setback;
import com.pitstop.chassis.rounds.Round;
import com.pitstop.process.domain.FireTimer;
import com.pitstop.process.domain.Participants;
import com.pitstop.process.domain.RoutingSlipId;
import com.pitstop.process.slips.DueTimer;
import com.pitstop.process.slips.DueTimers;

/**
 * Looks from time to time which timers are due. Every process looks, and the table may lag: it is the slip that knows
 * whether its timer is still set, and to fire it twice changes nothing.
 *
 * <p>What waits for a participant that is paused is due as soon as it is not. A slip that has not heard of that yet sets its
 * timer again, and the next look finds it.
 */
@Component
class WhenTimerIsDueThenFire implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(WhenTimerIsDueThenFire.class);

    private static final int AT_ONCE = 500;

    private final DueTimers timers;
    private final Participants participants;
    private final CommandGateway commands;
    private final Clock clock;
    private final Duration period;

    WhenTimerIsDueThenFire(
            DueTimers timers,
            Participants participants,
            CommandGateway commands,
            Clock garageClock,
            @Value("${pitstop.process.timer-check:500ms}") Duration period) {
        this.timers = timers;
        this.participants = participants;
        this.commands = commands;
        this.clock = garageClock;
        this.period = period;
    }

    @Override
    public String purpose() {
        return "fire timers that are due";
    }

    @Override
    public Duration period() {
        return period;
    }

    @Override
    public void look() {
        var now = clock.instant();
        timers.at(now, AT_ONCE).forEach(this::fire);
        timers.awaited().stream()
                .filter(participant ->
                        participants.leftAloneUntil(participant, now).isEmpty())
                .flatMap(participant -> timers.awaiting(participant, AT_ONCE).stream())
                .forEach(this::fire);
    }

    /** One that cannot be fired does not keep the others waiting; what is away would keep each of them waiting. */
    private void fire(DueTimer due) {
        try {
            commands.sendAndWait(new FireTimer(new RoutingSlipId(due.trackingNumber()), due.timerId()));
        } catch (RuntimeException failure) {
            if (Setback.of(failure).isPresent()) {
                throw failure;
            }
            LOG.warn("Timer {} of {} is due and was not fired", due.timerId(), due.trackingNumber(), failure);
        }
    }
}
