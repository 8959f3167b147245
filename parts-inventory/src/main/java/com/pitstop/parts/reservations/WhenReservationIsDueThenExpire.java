package com.pitstop.parts.reservations;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.connection.Outage;
import com.pitstop.chassis.messaging.Setback;
import com.pitstop.parts.PartsSettings;
import com.pitstop.parts.domain.ExpireReservation;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.parts.domain.ReservationTerms;
import com.pitstop.shared.parts.Sku;

/**
 * Looks from time to time which reservations are due. Every process looks, and the table may lag: it is the part that
 * decides, and to ask it twice changes nothing.
 */
@Component
class WhenReservationIsDueThenExpire implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WhenReservationIsDueThenExpire.class);

    private static final int AT_ONCE = 500;
    private static final int SECONDS_TO_END = 10;

    private final ReservationViewRepository reservations;
    private final CommandGateway commands;
    private final ReservationTerms terms;
    private final Duration period;
    private final Outage outage = new Outage("What it takes to end reservations that are due");

    private @Nullable ScheduledExecutorService thread;

    WhenReservationIsDueThenExpire(
            ReservationViewRepository reservations,
            CommandGateway commands,
            ReservationTerms terms,
            PartsSettings settings) {
        this.reservations = reservations;
        this.commands = commands;
        this.terms = terms;
        this.period = settings.expiryCheck();
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("ReservationExpiry"));
        var unused = thread.scheduleWithFixedDelay(
                this::lookOrTryLater, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An exception here would end the schedule for good. */
    private void lookOrTryLater() {
        try {
            expireWhatIsDue();
            outage.isOver();
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    void expireWhatIsDue() {
        var longestDueFirst = PageRequest.of(0, AT_ONCE, Sort.by("expiresAt"));
        reservations
                .findByStatusAndExpiresAtLessThanEqual(ReservationStatus.OPEN, terms.now(), longestDueFirst)
                .forEach(due -> expire(due.asReservation()));
    }

    /** One that cannot be ended does not keep the others waiting; what is away would keep each of them waiting. */
    private void expire(Reservation due) {
        try {
            commands.sendAndWait(
                    new ExpireReservation(new PartId(new Sku(due.sku())), new ReservationId(due.reservationId())));
        } catch (RuntimeException failure) {
            if (Setback.of(failure).isPresent()) {
                throw failure;
            }
            LOG.warn("Reservation {} of {} is due and was not ended", due.reservationId(), due.sku(), failure);
        }
    }

    private void failed(RuntimeException failure) {
        if (Setback.of(failure).isPresent()) {
            outage.goesOn(String.valueOf(failure.getMessage()));
        } else {
            LOG.warn("Reservations that are due were not looked at, and are in {}", period, failure);
        }
    }

    /** Before the buses: phases end in the opposite order of their beginning, and this is the last one. */
    @Override
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        thread.shutdown();
        awaitEnd(thread);
        thread = null;
    }

    private static void awaitEnd(ScheduledExecutorService thread) {
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
