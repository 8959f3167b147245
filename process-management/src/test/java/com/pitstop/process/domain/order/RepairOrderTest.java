package com.pitstop.process.domain.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.order.OrderedPart;
import com.pitstop.shared.order.RepairOrderConfirmed;
import com.pitstop.shared.order.RepairOrderPlaced;
import com.pitstop.shared.order.RepairOrderRejected;
import com.pitstop.shared.vehicle.LicenseNumber;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What may happen to the order of a repair. */
class RepairOrderTest {

    private static final UUID ID = UUID.fromString("0b5f7a52-1f0e-4bd0-9c33-6b1d7a0c2f11");
    private static final UUID MARIT = UUID.fromString("7d2e0f8c-0f5e-4f7a-9a43-1f1e1a2b3c4d");
    private static final List<OrderedPart> OIL = List.of(new OrderedPart("OIL-5W30-1L", 4));

    private final AggregateTestFixture<RepairOrder> order = new AggregateTestFixture<>(RepairOrder.class);

    @Nested
    class PlacingAnOrder {

        @Test
        void tellsWhatIsWanted() {
            order.givenNoPriorActivity().when(place("149.50")).expectEvents(placed());
        }

        @Test
        void changesNothingTheSecondTime() {
            order.given(placed()).when(place("149.50")).expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedForNothing() {
            assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> place("0.00"));
        }
    }

    @Nested
    class ConfirmingAnOrder {

        private final ConfirmRepairOrder confirm = new ConfirmRepairOrder(new RepairOrderId(ID));

        @Test
        void isDoneOnce() {
            order.given(placed()).when(confirm).expectEvents(confirmed());
            order.given(placed(), confirmed()).when(confirm).expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedWhenItWasRejectedOrIsUnknown() {
            order.given(placed(), rejected())
                    .when(confirm)
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class);
            order.givenNoPriorActivity()
                    .when(confirm)
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class RejectingAnOrder {

        private final RejectRepairOrder reject = new RejectRepairOrder(new RepairOrderId(ID), "The card was declined");

        @Test
        void isDoneOnce() {
            order.given(placed()).when(reject).expectEvents(rejected());
            order.given(placed(), rejected()).when(reject).expectNoEvents().expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedWhenItWasConfirmed() {
            order.given(placed(), confirmed())
                    .when(reject)
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class);
        }
    }

    private static PlaceRepairOrder place(String amount) {
        return new PlaceRepairOrder(
                new RepairOrderId(ID),
                new CustomerId(MARIT),
                new LicenseNumber("KN-16-RS"),
                OIL,
                new BigDecimal(amount),
                Currency.getInstance("EUR"));
    }

    private static RepairOrderPlaced placed() {
        return new RepairOrderPlaced(ID, MARIT, "KN-16-RS", OIL, new BigDecimal("149.50"), "EUR");
    }

    private static RepairOrderConfirmed confirmed() {
        return new RepairOrderConfirmed(ID);
    }

    private static RepairOrderRejected rejected() {
        return new RepairOrderRejected(ID, "The card was declined");
    }
}
