package com.pitstop.allinone.matrix;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import com.pitstop.shared.order.RepairOrderConfirmed;

import static org.assertj.core.api.Assertions.assertThat;

/** What the contexts have in their books about a case: all of it or nothing, whatever went wrong. */
final class Books {

    private final JdbcTemplate database;
    private final EventStore events;

    Books(ApplicationContext garage) {
        database = garage.getBean(JdbcTemplate.class);
        events = garage.getBean(EventStore.class);
    }

    void check(Case one) {
        checkSlip(one);
        switch (one.process()) {
            case "repair-order" -> checkRepairOrder(one);
            case "customer-onboarding" -> checkOnboarding(one);
            default -> throw new IllegalStateException("Nobody knows what balances after " + one.process());
        }
    }

    private void checkSlip(Case one) {
        var state = texts("select state from process.slip where tracking_number = ?", one.trackingNumber());
        var incidents = texts(
                "select step from process.incident where tracking_number = ? and resolved_at is null",
                one.trackingNumber());
        if (one.expected() == End.STUCK) {
            assertThat(incidents).as("incidents").containsExactly(one.step().name());
        } else {
            assertThat(state).as("state, with incidents %s", incidents).containsExactly(String.valueOf(one.expected()));
            assertThat(incidents).as("incidents").isEmpty();
        }
    }

    private void checkRepairOrder(Case one) {
        assertThat(isConfirmed(one.trackingNumber()))
                .as("order confirmed")
                .isEqualTo(one.expected().isPromised());
        if (one.expected().isPromised()) {
            checkPromised(one);
        } else {
            checkNothing(one);
        }
    }

    /** Of everything one, and none of it twice. */
    private void checkPromised(Case one) {
        var number = one.number();
        assertThat(kept(Garage.onTheShelf(number))).as("pieces kept or used").isEqualTo(Garage.PIECES);
        assertThat(deliveries(number)).as("deliveries").containsExactly("RECEIVED");
        assertThat(payments(number)).as("payments").hasSize(1).doesNotContain("VOIDED", "VOID_REQUESTED", "DECLINED");
        assertThat(jobs(number)).as("jobs").hasSize(1).doesNotContain("CANCELLED");
        if (one.expected() == End.COMPLETED) {
            assertThat(payments(number)).as("payments").containsExactly("CAPTURED");
            assertThat(jobs(number)).as("jobs").containsExactly("FINISHED");
        }
    }

    private void checkNothing(Case one) {
        var number = one.number();
        for (var sku : List.of(Garage.onTheShelf(number), Garage.onOrder(number))) {
            assertThat(stock(sku)).as(sku).containsEntry("reserved", 0);
            assertThat(kept(sku)).as("pieces of %s kept or used", sku).isZero();
        }
        assertThat(stock(Garage.onTheShelf(number))).containsEntry("on_hand", Garage.ON_THE_SHELF);
        assertThat(deliveries(number)).as("deliveries").doesNotContain("ARRANGED");
        assertThat(payments(number)).as("payments").isSubsetOf("VOIDED", "DECLINED");
        assertThat(heldByTheProvider(number)).as("held by the provider").isZero();
        assertThat(jobs(number)).as("jobs").isSubsetOf("CANCELLED");
    }

    private void checkOnboarding(Case one) {
        var customers = customers(one.number());
        var done = one.expected().isPromised();
        assertThat(customers.stream().filter(customer -> customer.get("active").equals(true)))
                .as("active customers")
                .hasSize(done ? 1 : 0);
        var owners = uuids(
                "select owner_id from vehicle.vehicle where license_number = ? and registered",
                Garage.licenseNumber(one.number()));
        assertThat(owners).as("owners of the vehicle").hasSize(done ? 1 : 0);
        customers.stream()
                .map(customer -> (UUID) customer.get("customer_id"))
                .forEach(customer -> checkTerms(one, customer, done));
        if (done) {
            assertThat(owners)
                    .isEqualTo(customers.stream()
                            .map(row -> row.get("customer_id"))
                            .toList());
        }
    }

    private void checkTerms(Case one, UUID customer, boolean done) {
        var withoutAccount =
                one.fault() == Fault.REFUSED && one.step().activity().equals("open-billing-account");
        assertThat(uuids(
                        "select customer_id from billing.account where customer_id = ? and closing_reason is null",
                        customer))
                .as("open accounts")
                .hasSize(done && !withoutAccount ? 1 : 0);
        assertThat(uuids(
                        "select customer_id from notification.preferences where customer_id = ? and chosen and newsletter",
                        customer))
                .as("wishes")
                .hasSize(done ? 1 : 0);
    }

    private boolean isConfirmed(UUID trackingNumber) {
        return events.readEvents("repair-order:" + trackingNumber)
                .asStream()
                .map(Message::getPayload)
                .anyMatch(RepairOrderConfirmed.class::isInstance);
    }

    private Map<String, Object> stock(String sku) {
        return database.queryForMap("select on_hand, reserved from parts.part where sku = ?", sku);
    }

    private int kept(String sku) {
        return sum("select sum(quantity) from parts.reservation where sku = ? and status in ('OPEN', 'CONSUMED')", sku);
    }

    private int heldByTheProvider(int number) {
        return sum("""
                select count(*) from billing.simulated_order held
                where held.amount = cast(? as numeric(19, 2)) and held.step = 'AUTHORIZATION' and held.status = 'DONE'
                  and not exists (select 1 from billing.simulated_order freed
                                  where freed.payment_id = held.payment_id and freed.step = 'VOID' and freed.status = 'DONE')
                """, Garage.amount(number));
    }

    private List<String> deliveries(int number) {
        return texts("select status from parts.delivery where sku = ?", Garage.onOrder(number));
    }

    private List<String> payments(int number) {
        return texts(
                "select status from billing.payment where amount = cast(? as numeric(19, 2))", Garage.amount(number));
    }

    private List<String> jobs(int number) {
        return texts("select status from workshop.job where planned_on = ?", Garage.day(number));
    }

    private List<Map<String, Object>> customers(int number) {
        return database.queryForList(
                "select customer_id, active from customer.customer where email_address = ?", Garage.email(number));
    }

    private List<String> texts(String query, Object argument) {
        return database.queryForList(query, String.class, argument);
    }

    private List<UUID> uuids(String query, Object argument) {
        return database.queryForList(query, UUID.class, argument);
    }

    private int sum(String query, Object argument) {
        var sum = database.queryForObject(query, Integer.class, argument);
        return sum == null ? 0 : sum;
    }
}
