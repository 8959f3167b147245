package com.pitstop.parts.activities;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.pitstop.chassis.test.PaperSlip;
import com.pitstop.chassis.test.PaperSlip.PaperStep;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.parts.PartsInventory;
import com.pitstop.parts.domain.ConsumeReservation;
import com.pitstop.parts.domain.DiscontinuePart;
import com.pitstop.parts.domain.PartId;
import com.pitstop.parts.domain.Price;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.parts.domain.ReceiveStock;
import com.pitstop.parts.domain.RegisterPart;
import com.pitstop.parts.domain.ReservationId;
import com.pitstop.parts.domain.delivery.DeliveryId;
import com.pitstop.parts.domain.delivery.ReceiveDelivery;
import com.pitstop.parts.stock.OrderableParts;
import com.pitstop.shared.parts.DeliveryArranged;
import com.pitstop.shared.parts.DeliveryCancelled;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.Sku;
import com.pitstop.shared.process.StepAnswered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

/** What the inventory does for routing slips, and what it answers. */
class ActivitiesTest {

    private static ConfigurableApplicationContext service;
    private static EventStore events;
    private static CommandGateway commands;

    private final PaperSlip slip = new PaperSlip(events, "parts");
    private final String sku =
            "STEP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final PartId part = new PartId(new Sku(sku));

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(PartsInventory.class)
                .properties(Map.of("spring.application.name", "parts-inventory"))
                .run(TestDatabases.arguments(TestDatabases.h2()));
        events = service.getBean(EventStore.class);
        commands = service.getBean(CommandGateway.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void tenPieces() {
        commands.sendAndWait(new RegisterPart(part, "Oil", new Price(BigDecimal.ONE, Currency.getInstance("EUR")), 0));
        commands.sendAndWait(new ReceiveStock(part, UUID.randomUUID(), new Quantity(10)));
    }

    @Nested
    class ReservingParts {

        @Test
        void keepsThemOnceHoweverOftenItIsAskedFor() {
            var step = reserve(4);

            var answer = step.performed();

            assertThat(answer.outcome()).isEqualTo("COMPLETED");
            assertThat(step.performed().data()).isEqualTo(answer.data());
            assertThat(reserved()).hasSize(1);
            assertThat(reserved().get(0).quantity()).isEqualTo(4);
            assertThat(answer.data())
                    .containsEntry("reservationId", reserved().get(0).reservationId());
        }

        @Test
        void keepsThemForAsLongAsASlipMayWait() {
            reserve(4).performed();

            var aMonthFromNow = service.getBean(Clock.class).instant().plus(Duration.ofDays(30));
            assertThat(reserved().get(0).expiresAt()).isAfter(aMonthFromNow);
        }

        @Test
        void keepsThemForTheJobThatIsToTakeThem() {
            var job = UUID.randomUUID().toString();
            var step = slip.step("reserve-parts", Map.of("sku", sku, "quantity", 4, "reservationId", job));

            var answer = step.performed();

            assertThat(answer.data()).containsEntry("reservationId", job);
            assertThat(reserved()).extracting(PartsReserved::reservationId).containsExactly(job);
            assertThat(step.undone(answer.data()).data()).containsEntry("found", true);
            assertThat(happenedTo(part)).endsWith(new PartsReleased(sku, job, 4));
        }

        @Test
        void isRefusedWhenThereAreTooFew() {
            assertRefused(reserve(11).performed(), "parts-available");
            assertThat(reserved()).isEmpty();
        }

        @Test
        void isRefusedForAPartThatNobodyRegistered() {
            assertRefused(
                    slip.step("reserve-parts", Map.of("sku", "NONE-" + sku, "quantity", 1))
                            .performed(),
                    "known-part");
        }

        @Test
        void isRefusedWithoutAQuantity() {
            assertRefused(slip.step("reserve-parts", Map.of("sku", sku)).performed(), "step-argument");
        }

        @Test
        void isUndoneByGivingThemBack() {
            var step = reserve(4);
            var data = step.performed().data();

            assertThat(step.undone(data).data()).containsEntry("found", true);

            assertThat(happenedTo(part).get(3))
                    .isEqualTo(new PartsReleased(sku, reserved().get(0).reservationId(), 4));
            assertThat(step.undone(data).data()).containsEntry("found", true);
            assertThat(happenedTo(part)).hasSize(4);
        }

        @Test
        void cannotBeUndoneWhenTheyAreInAVehicle() {
            var step = reserve(4);
            var data = step.performed().data();
            commands.sendAndWait(new ConsumeReservation(part, new ReservationId((String) data.get("reservationId"))));

            assertRefused(step.undone(data), "reservation-open");
        }

        @Test
        void hasNothingToUndoWhenItWasRefused() {
            var step = reserve(11);
            step.performed();

            assertThat(step.undone(Map.of()).data()).containsEntry("found", false);
        }

        @Test
        void saysWhetherItWasDone() {
            var step = reserve(4);
            assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");

            var answer = step.performed();

            assertThat(step.outcome().data()).isEqualTo(answer.data());
        }

        private PaperStep reserve(int pieces) {
            return slip.step("reserve-parts", Map.of("sku", sku, "quantity", pieces));
        }

        private List<PartsReserved> reserved() {
            return happenedTo(part).stream()
                    .filter(PartsReserved.class::isInstance)
                    .map(PartsReserved.class::cast)
                    .toList();
        }
    }

    @Nested
    class ArrangingADelivery {

        @BeforeEach
        void thePartIsShown() {
            var orderable = service.getBean(OrderableParts.class);
            await().untilAsserted(() ->
                    assertThatCode(() -> orderable.require(new Sku(sku))).doesNotThrowAnyException());
        }

        @Test
        void ordersThemOnceHoweverOftenItIsAskedFor() {
            var step = deliver();

            var answer = step.performed();

            assertThat(answer.outcome()).isEqualTo("COMPLETED");
            assertThat(step.performed().data()).isEqualTo(answer.data());
            var expectedOn = LocalDate.parse((String) answer.data().get("expectedOn"));
            assertThat(happenedTo(delivery(answer)))
                    .containsExactly(new DeliveryArranged(delivery(answer).value(), sku, 24, expectedOn));
        }

        @Test
        void isAnsweredAlikeAlsoWhenThePartWasDiscontinuedMeanwhile() {
            var step = deliver();
            var answer = step.performed();
            commands.sendAndWait(new DiscontinuePart(part));

            assertThat(step.performed().data()).isEqualTo(answer.data());
        }

        @Test
        void isRefusedForAPartThatNobodyRegistered() {
            assertRefused(
                    slip.step("arrange-delivery", Map.of("sku", "NONE-" + sku, "quantity", 1))
                            .performed(),
                    "known-part");
        }

        @Test
        void isUndoneByCancellingIt() {
            var step = deliver();
            var answer = step.performed();

            assertThat(step.undone(answer.data()).data()).containsEntry("found", true);

            assertThat(happenedTo(delivery(answer)))
                    .endsWith(new DeliveryCancelled(delivery(answer).value(), sku, "The card was declined"));
        }

        @Test
        void leavesOnTheShelfWhatCameMeanwhile() {
            var step = deliver();
            var answer = step.performed();
            commands.sendAndWait(new ReceiveDelivery(delivery(answer)));

            var undone = step.undone(answer.data());

            assertThat(undone.outcome()).isEqualTo("COMPLETED");
            assertThat(undone.data()).containsEntry("found", true);
            assertThat(happenedTo(delivery(answer))).hasSize(2);
        }

        @Test
        void hasNothingToUndoWhenItWasNotAskedFor() {
            assertThat(deliver().undone(Map.of()).data()).containsEntry("found", false);
        }

        @Test
        void saysWhetherItWasDone() {
            var step = deliver();
            assertThat(step.outcome().outcome()).isEqualTo("NOT_DONE");

            var answer = step.performed();

            assertThat(step.outcome().data()).isEqualTo(answer.data());
        }

        private PaperStep deliver() {
            return slip.step("arrange-delivery", Map.of("sku", sku, "quantity", 24));
        }

        private static DeliveryId delivery(StepAnswered answer) {
            return new DeliveryId(UUID.fromString((String) answer.data().get("deliveryId")));
        }
    }

    private static void assertRefused(StepAnswered answer, String rule) {
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.message()).isNotBlank();
    }

    private static List<Object> happenedTo(Object stream) {
        return events.readEvents(stream.toString(), 0)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }
}
