package com.pitstop.customer.domain;

import java.util.UUID;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.chassis.axon.Serializers;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.customer.ContactDetailsChanged;
import com.pitstop.shared.customer.CustomerDeactivated;
import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.customer.CustomerRegistered;

import static org.assertj.core.api.Assertions.assertThat;

/** What may happen to a customer, told as: given what happened, when someone asks, then this happens. */
class CustomerTest {

    private static final UUID ID = UUID.fromString("5c1e2c5c-6b4f-4d0e-9d2b-7a5d1f0c9a11");

    private final AggregateTestFixture<Customer> customer = new AggregateTestFixture<>(Customer.class);

    @Nested
    class RegisteringACustomer {

        @Test
        void makesAPersonACustomer() {
            customer.givenNoPriorActivity().when(register()).expectEvents(registered());
        }

        @Test
        void isRefusedForAnIdThatIsTaken() {
            customer.given(registered()).when(register()).expectNoEvents().expectException(RuntimeException.class);
        }
    }

    @Nested
    class ChangingContactDetails {

        @Test
        void tellsAllDetailsAlsoThoseThatStayedTheSame() {
            customer.given(registered())
                    .when(change("Anna Smit", "Kade 2"))
                    .expectEvents(changed("Anna Smit", "Kade 2"));
        }

        @Test
        void keepsANameThatIsLeftOut() {
            customer.given(registered()).when(change(null, "Kade 2")).expectEvents(changed("Anna Jansen", "Kade 2"));
        }

        @Test
        void keepsTheNameAsLastChanged() {
            customer.given(registered(), changed("Anna Smit", "Kade 2"))
                    .when(change(null, "Kade 3"))
                    .expectEvents(changed("Anna Smit", "Kade 3"));
        }

        @Test
        void isNothingNewWhenTheDetailsAreAsRegistered() {
            customer.given(registered())
                    .when(change("Anna Jansen", "Dorpsstraat 1"))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isNothingNewTheSecondTime() {
            customer.given(registered(), changed("Anna Smit", "Kade 2"))
                    .when(change(null, "Kade 2"))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isPossibleBackToWhatItWas() {
            customer.given(registered(), changed("Anna Smit", "Kade 2"))
                    .when(change("Anna Jansen", "Dorpsstraat 1"))
                    .expectEvents(changed("Anna Jansen", "Dorpsstraat 1"));
        }

        @Test
        void isRefusedForACustomerWhoLeft() {
            customer.given(registered(), new CustomerDeactivated(ID, ""))
                    .when(change("Anna Smit", "Kade 2"))
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class)
                    .expectExceptionMessage("Anna Jansen left the garage and can no longer be changed");
        }

        @Test
        void isRefusedWithoutAnAddress() {
            customer.given(registered())
                    .when(change("Anna Smit", " "))
                    .expectNoEvents()
                    .expectException(InvalidValueException.class)
                    .expectExceptionMessage("A customer's address must not be blank");
        }

        @Test
        void isRefusedForAStranger() {
            customer.givenNoPriorActivity()
                    .when(change("Anna Smit", "Kade 2"))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        @Test
        void staysPossibleWhereHistoryHoldsWhatWouldBeRefusedToday() {
            customer.given(new CustomerRegistered(ID, "A".repeat(300), "", "", "", "", ""))
                    .when(change("Anna Smit", "Kade 2"))
                    .expectEvents(changed("Anna Smit", "Kade 2"));
        }
    }

    @Nested
    class DeactivatingACustomer {

        @Test
        void tellsTheReason() {
            customer.given(registered())
                    .when(new DeactivateCustomer(new CustomerId(ID), "Moved away"))
                    .expectEvents(new CustomerDeactivated(ID, "Moved away"));
        }

        @Test
        void isNothingNewTheSecondTimeWhateverTheReason() {
            customer.given(registered(), new CustomerDeactivated(ID, "Moved away"))
                    .when(new DeactivateCustomer(new CustomerId(ID), "Sold the car"))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedForAStranger() {
            customer.givenNoPriorActivity()
                    .when(new DeactivateCustomer(new CustomerId(ID), ""))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class ASnapshot {

        @Test
        void holdsAllThatIsKnown() {
            var left = new Customer();
            left.on(registered());
            left.on(changed("A".repeat(300), "Kade 2"));
            left.on(new CustomerDeactivated(ID, ""));

            var snapshot = Serializers.snapshots().serialize(left, String.class);

            assertThat(Serializers.snapshots().<String, Customer>deserialize(snapshot))
                    .usingRecursiveComparison()
                    .isEqualTo(left);
        }
    }

    private static RegisterCustomer register() {
        return new RegisterCustomer(
                new CustomerId(ID),
                new ContactDetails(
                        "Anna Jansen", "Dorpsstraat 1", "1234 AB", "Utrecht", "06-12345678", "anna@example.org"));
    }

    private static CustomerRegistered registered() {
        return new CustomerRegistered(
                ID, "Anna Jansen", "Dorpsstraat 1", "1234 AB", "Utrecht", "06-12345678", "anna@example.org");
    }

    private static ChangeContactDetails change(String name, String address) {
        return new ChangeContactDetails(
                new CustomerId(ID), name, address, "1234 AB", "Utrecht", "06-12345678", "anna@example.org");
    }

    private static ContactDetailsChanged changed(String name, String address) {
        return new ContactDetailsChanged(ID, name, address, "1234 AB", "Utrecht", "06-12345678", "anna@example.org");
    }
}
