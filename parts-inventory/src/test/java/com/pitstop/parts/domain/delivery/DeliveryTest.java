package com.pitstop.parts.domain.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.chassis.axon.Serializers;
import com.pitstop.parts.domain.Quantity;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.parts.DeliveryArranged;
import com.pitstop.shared.parts.DeliveryCancelled;
import com.pitstop.shared.parts.DeliveryReceived;
import com.pitstop.shared.parts.Sku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may happen to a delivery, told as: given what happened, when someone asks, then this happens. */
class DeliveryTest {

    private static final UUID ID = UUID.fromString("5c1e2c5c-6b4f-4d0e-9d2b-7a5d1f0c9a11");
    private static final DeliveryId DELIVERY = new DeliveryId(ID);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final AggregateTestFixture<Delivery> delivery = new AggregateTestFixture<>(Delivery.class);

    @BeforeEach
    void aGarageWhereItIsTodayAlready() {
        // half past midnight in Amsterdam, and still the day before in Greenwich
        delivery.registerInjectableResource(
                Clock.fixed(Instant.parse("2026-11-22T23:30:00Z"), ZoneId.of("Europe/Amsterdam")));
    }

    @Nested
    class ArrangingADelivery {

        @Test
        void saysWhenToExpectIt() {
            delivery.givenNoPriorActivity().when(arrange(TODAY)).expectEvents(arranged());
        }

        @Test
        void isRefusedForADayThatIsOver() {
            delivery.givenNoPriorActivity()
                    .when(arrange(TODAY.minusDays(1)))
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class)
                    .expectExceptionMessage("2026-11-22 is over");
        }

        @Test
        void isRefusedForAnIdThatIsTaken() {
            delivery.given(arranged()).when(arrange(TODAY)).expectNoEvents().expectException(RuntimeException.class);
        }
    }

    @Nested
    class ReceivingADelivery {

        @Test
        void tellsWhatCame() {
            delivery.given(arranged()).when(new ReceiveDelivery(DELIVERY)).expectEvents(received());
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(delivery.given(arranged(), received()).when(new ReceiveDelivery(DELIVERY)));
        }

        @Test
        void isRefusedForOneThatWasCancelled() {
            refused(
                    delivery.given(arranged(), cancelled()).when(new ReceiveDelivery(DELIVERY)),
                    "This delivery was cancelled");
        }

        @Test
        void isRefusedForOneThatNobodyArranged() {
            unknown(delivery.givenNoPriorActivity().when(new ReceiveDelivery(DELIVERY)));
        }
    }

    @Nested
    class CancellingADelivery {

        @Test
        void tellsTheReason() {
            delivery.given(arranged()).when(cancel("Sold out")).expectEvents(cancelled());
        }

        @Test
        void changesNothingTheSecondTimeWhateverTheReason() {
            nothing(delivery.given(arranged(), cancelled()).when(cancel("Too late")));
        }

        @Test
        void isRefusedForOneThatWasReceived() {
            refused(delivery.given(arranged(), received()).when(cancel("Sold out")), "This delivery was received");
        }

        @Test
        void isRefusedWithoutAReason() {
            assertThatThrownBy(() -> cancel(" ")).isInstanceOf(InvalidValueException.class);
        }

        @Test
        void isRefusedForOneThatNobodyArranged() {
            unknown(delivery.givenNoPriorActivity().when(cancel("Sold out")));
        }
    }

    @Test
    void aSnapshotHoldsAllThatIsKnown() {
        var known = new Delivery();
        known.on(arranged());
        known.on(received());

        SerializedObject<byte[]> snapshot = Serializers.snapshots().serialize(known, byte[].class);

        assertThat(Serializers.snapshots().<byte[], Delivery>deserialize(snapshot))
                .usingRecursiveComparison()
                .isEqualTo(known);
    }

    private static void refused(ResultValidator<Delivery> result, String sentence) {
        result.expectNoEvents().expectException(RuleViolatedException.class).expectExceptionMessage(sentence);
    }

    private static void unknown(ResultValidator<Delivery> result) {
        result.expectNoEvents().expectException(AggregateNotFoundException.class);
    }

    private static void nothing(ResultValidator<Delivery> result) {
        result.expectNoEvents().expectSuccessfulHandlerExecution();
    }

    private static ArrangeDelivery arrange(LocalDate expectedOn) {
        return new ArrangeDelivery(DELIVERY, new Sku("OIL"), new Quantity(24), expectedOn);
    }

    private static CancelDelivery cancel(String reason) {
        return new CancelDelivery(DELIVERY, reason);
    }

    private static DeliveryArranged arranged() {
        return new DeliveryArranged(ID, "OIL", 24, TODAY);
    }

    private static DeliveryReceived received() {
        return new DeliveryReceived(ID, "OIL", 24);
    }

    private static DeliveryCancelled cancelled() {
        return new DeliveryCancelled(ID, "OIL", "Sold out");
    }
}
