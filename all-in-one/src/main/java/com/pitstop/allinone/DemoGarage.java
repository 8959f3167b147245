package com.pitstop.allinone;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

import com.pitstop.chassis.processing.Positions;
import com.pitstop.shared.notification.DayHasPassed;

/** A believable garage to look around in: put in through the front door, and only where there is nothing yet. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("pitstop.demo")
class DemoGarage {

    private static final Logger LOG = LoggerFactory.getLogger(DemoGarage.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventStore eventStore;
    private final Positions positions;
    private final Clock garageClock;
    private final Environment environment;
    private final int businessDays;

    DemoGarage(
            EventStore eventStore,
            Positions positions,
            Clock garageClock,
            Environment environment,
            @Value("${pitstop.demo-days:5}") int businessDays) {
        this.eventStore = eventStore;
        this.positions = positions;
        this.garageClock = garageClock;
        this.environment = environment;
        this.businessDays = businessDays;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() throws InterruptedException {
        if (isThereAGarage()) {
            LOG.warn("There is a garage already; the demo was left out");
            return;
        }
        var door = new FrontDoor(environment.getRequiredProperty("local.server.port", Integer.class));
        registerCustomersAndVehicles(door);
        fillShelves(door);
        var days = businessDays(door);
        IntStream.range(0, days.size()).forEach(number -> planDay(door, number, days.get(number)));
        LOG.warn(
                "The demo garage is open: {} customers, {} vehicles, {} kinds of parts, jobs on {} days",
                DemoData.CUSTOMERS.size(),
                DemoData.VEHICLES.size(),
                DemoData.PARTS.size(),
                days.size());
    }

    /** That days pass, which is recorded from the first moment on, makes no garage yet. */
    private boolean isThereAGarage() throws InterruptedException {
        try (var events = eventStore.openStream(null)) {
            while (events.hasNextAvailable()) {
                if (!(events.nextAvailable().getPayload() instanceof DayHasPassed)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void registerCustomersAndVehicles(FrontDoor door) {
        var owners = DemoData.CUSTOMERS.stream().map(door::registerCustomer).toList();
        IntStream.range(0, DemoData.VEHICLES.size())
                .forEach(number -> door.registerVehicle(
                        DemoData.VEHICLES.get(number).ownedBy(owners.get(number % owners.size()))));
        DemoData.VEHICLES.forEach(
                vehicle -> await(() -> door.workshopKnows(vehicle.licenseNumber()), vehicle.licenseNumber()));
    }

    private void fillShelves(FrontDoor door) {
        for (var shelf : DemoData.PARTS) {
            door.registerPart(shelf.part());
            door.receiveParts(shelf.sku(), shelf.pieces());
        }
        door.orderParts(DemoData.ORDERED, 4, LocalDate.now(garageClock).plusDays(3));
        var filled = positions.head();
        await(() -> workshopHasHeardOfPartsUpTo(filled), "the parts");
    }

    private boolean workshopHasHeardOfPartsUpTo(long position) {
        var segments = positions.of("workshop-parts");
        return !segments.isEmpty() && segments.stream().allMatch(segment -> segment.position() >= position);
    }

    private List<LocalDate> businessDays(FrontDoor door) {
        return Stream.iterate(LocalDate.now(garageClock).plusDays(1), day -> day.plusDays(1))
                .limit(60)
                .filter(door::isOpen)
                .limit(businessDays)
                .toList();
    }

    /**
     * Two workstations are kept busy; the first job of every day is finished with the parts it took, the last is
     * cancelled.
     */
    private static void planDay(FrontDoor door, int number, LocalDate day) {
        var hours = List.of(9, 9, 10, 11);
        var first = number * hours.size();
        var jobs = IntStream.range(0, hours.size())
                .mapToObj(job -> door.planJob(day, job(day, hours.get(job), first + job)))
                .toList();
        finish(door, day, jobs.get(0), DemoData.partsFor(work(first)));
        door.reserveParts("BULB-H7", jobs.get(1), 2);
        door.cancelJob(day, jobs.get(3), "The customer is ill");
    }

    private static void finish(FrontDoor door, LocalDate day, String jobId, List<Map<String, Object>> parts) {
        door.finishJob(
                day,
                jobId,
                Map.of(
                        "start",
                        at(day, 9, 0),
                        "end",
                        at(day, 9, 45),
                        "notes",
                        "Done; tyres have 4 mm left.",
                        "parts",
                        parts));
    }

    private static Map<String, String> job(LocalDate day, int hour, int number) {
        return Map.of(
                "licenseNumber",
                        DemoData.VEHICLES.get(number % DemoData.VEHICLES.size()).licenseNumber(),
                "start", at(day, hour, 0),
                "end", at(day, hour + 1, 0),
                "description", work(number));
    }

    private static String work(int number) {
        return DemoData.WORK.get(number % DemoData.WORK.size());
    }

    private static String at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).toString();
    }

    /** The workshop builds its own copy of vehicles and parts, a moment after they are registered. */
    private static void await(BooleanSupplier known, String what) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!known.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The workshop does not get to know " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while opening the demo garage", e);
        }
    }
}
