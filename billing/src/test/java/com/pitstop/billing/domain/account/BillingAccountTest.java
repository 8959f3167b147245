package com.pitstop.billing.domain.account;

import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.pitstop.billing.domain.Stories;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.BillingAccountClosed;
import com.pitstop.shared.billing.BillingAccountOpened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can be agreed with a customer on how to pay. */
class BillingAccountTest {

    private static final BillingAccountId ANNA = new BillingAccountId(UUID.randomUUID());
    private static final BillingAddress OFFICE = new BillingAddress("Kade 2", "4321 ZZ", "Zeist");

    private final FixtureConfiguration<BillingAccount> account = new AggregateTestFixture<>(BillingAccount.class);

    @BeforeEach
    void anOrdinaryDay() {
        account.registerInjectableResource(Stories.terms());
    }

    @Nested
    class OpeningAnAccount {

        @Test
        void recordsWhatWasAgreed() {
            account.givenNoPriorActivity()
                    .when(new OpenBillingAccount(
                            ANNA, Plan.FLEET, PaymentMethod.INVOICE, OFFICE, new ReferralCode("REF-AB12CD34")))
                    .expectEvents(new BillingAccountOpened(
                            ANNA.customerId(),
                            "FLEET",
                            "INVOICE",
                            "Kade 2",
                            "4321 ZZ",
                            "Zeist",
                            "REF-AB12CD34",
                            Stories.TODAY,
                            14,
                            20));
        }

        @Test
        void promisesATrialOfPaidPlansOnly() {
            account.givenNoPriorActivity()
                    .when(open(Plan.SERVICE_PLAN, PaymentMethod.CARD))
                    .expectEvents(opened("SERVICE_PLAN", "CARD"));
            account.givenNoPriorActivity()
                    .when(open(Plan.PAY_AS_YOU_GO, PaymentMethod.CARD))
                    .expectEvents(opened("PAY_AS_YOU_GO", "CARD", Stories.TODAY, 0));
        }

        @Test
        void changesNothingWhenItIsRepeated() {
            account.given(opened("FLEET", "CARD"))
                    .when(open(Plan.FLEET, PaymentMethod.CARD))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            account.given(opened("FLEET", "CARD", Stories.TODAY.minusYears(1), 0))
                    .when(open(Plan.FLEET, PaymentMethod.CARD))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWhileAnotherIsOpen() {
            account.given(opened("FLEET", "CARD"))
                    .when(open(Plan.FLEET, PaymentMethod.DIRECT_DEBIT))
                    .expectNoEvents()
                    .expectException(RuleViolatedException.class)
                    .expectExceptionMessage("Another billing account of this customer is open: close it first");
        }

        @Test
        void isPossibleAgainOnceItIsClosedWithoutAnotherTrial() {
            account.given(opened("FLEET", "CARD"), closed())
                    .when(open(Plan.FLEET, PaymentMethod.CARD))
                    .expectEvents(opened("FLEET", "CARD", Stories.TODAY, 0));
        }

        @ParameterizedTest
        @EnumSource(names = "FLEET", mode = EnumSource.Mode.EXCLUDE)
        void isRefusedForAnInvoiceToOthersThanFleets(Plan plan) {
            assertThatThrownBy(() -> open(plan, PaymentMethod.INVOICE)).isInstanceOf(InvalidValueException.class);
            assertThat(open(plan, PaymentMethod.DIRECT_DEBIT).plan()).isEqualTo(plan);
        }

        @ParameterizedTest
        @ValueSource(strings = {"REF-ab12cd34", "REF-AB12CD3", "REF-AB12CD345", "AB12CD34", " "})
        void isRefusedForWhatIsNoReferralCode(String code) {
            assertThatThrownBy(() -> new ReferralCode(code)).isInstanceOf(InvalidValueException.class);
        }

        @Test
        void isRefusedForAPartOfAnAddress() {
            assertThatThrownBy(() -> new BillingAddress("Kade 2", "", "")).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> new BillingAddress("", "4321 ZZ", "Zeist"))
                    .isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> new BillingAddress("Kade\n2", "4321 ZZ", "Zeist"))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Nested
    class ClosingAnAccount {

        @Test
        void recordsWhy() {
            account.given(opened("FLEET", "CARD"))
                    .when(new CloseBillingAccount(ANNA, "Sold the cars"))
                    .expectEvents(closed());
        }

        @Test
        void changesNothingASecondTime() {
            account.given(opened("FLEET", "CARD"), closed())
                    .when(new CloseBillingAccount(ANNA, "Again"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWithoutAReason() {
            assertThatThrownBy(() -> new CloseBillingAccount(ANNA, " ")).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> new CloseBillingAccount(ANNA, "x".repeat(201)))
                    .isInstanceOf(InvalidValueException.class);
        }

        @Test
        void isNotFoundWhereNothingWasAgreed() {
            account.givenNoPriorActivity()
                    .when(new CloseBillingAccount(ANNA, "Sold the cars"))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }
    }

    private static OpenBillingAccount open(Plan plan, PaymentMethod method) {
        return new OpenBillingAccount(ANNA, plan, method, BillingAddress.OF_THE_CUSTOMER, ReferralCode.NONE);
    }

    private static BillingAccountOpened opened(String plan, String method) {
        return opened(plan, method, Stories.TODAY, 14);
    }

    private static BillingAccountOpened opened(String plan, String method, LocalDate day, int trialDays) {
        return new BillingAccountOpened(ANNA.customerId(), plan, method, "", "", "", "", day, trialDays, 0);
    }

    private static BillingAccountClosed closed() {
        return new BillingAccountClosed(ANNA.customerId(), "Sold the cars");
    }
}
