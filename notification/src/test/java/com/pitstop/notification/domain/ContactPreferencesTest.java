package com.pitstop.notification.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.shared.customer.CustomerId;
import com.pitstop.shared.notification.ContactPreferencesReset;
import com.pitstop.shared.notification.ContactPreferencesSet;

/** What a customer may wish for. */
class ContactPreferencesTest {

    private static final UUID ANNA = UUID.fromString("0f4e1c1e-6d3b-4b0e-9a35-3f6c2d1a7b11");
    private static final ContactPreferencesId PREFERENCES = new ContactPreferencesId(new CustomerId(ANNA));

    private FixtureConfiguration<ContactPreferences> preferences;

    @BeforeEach
    void aCustomer() {
        preferences = new AggregateTestFixture<>(ContactPreferences.class);
    }

    @Nested
    class Setting {

        @Test
        void isDoneForWhoNeverDid() {
            preferences
                    .givenNoPriorActivity()
                    .when(set(Language.NL, MailKind.REMINDER, MailKind.JOB_PLANNED))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(wished("nl", "JOB_PLANNED", "REMINDER"));
        }

        @Test
        void isDoneAnew() {
            preferences.given(wished("nl", "REMINDER")).when(set(Language.EN)).expectEvents(wished("en"));
        }

        @Test
        void keepsTheWishesThatOthersActOn() {
            preferences
                    .given(wished("en"))
                    .when(new SetContactPreferences(PREFERENCES, new Wishes(Language.EN, Set.of(), true, true, true)))
                    .expectEvents(new ContactPreferencesSet(ANNA, "en", List.of(), true, true, true));
        }

        @Test
        void changesNothingWhenItIsTheSame() {
            preferences
                    .given(wished("nl", "JOB_PLANNED", "REMINDER"))
                    .when(set(Language.NL, MailKind.REMINDER, MailKind.JOB_PLANNED))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isDoneAgainAfterAReset() {
            preferences.given(wished("nl"), reset()).when(set(Language.NL)).expectEvents(wished("nl"));
        }
    }

    @Nested
    class Resetting {

        @Test
        void takesTheWishesBack() {
            preferences
                    .given(wished("nl"))
                    .when(new ResetContactPreferences(PREFERENCES))
                    .expectEvents(reset());
        }

        @Test
        void changesNothingForWhoHasNone() {
            preferences
                    .givenNoPriorActivity()
                    .when(new ResetContactPreferences(PREFERENCES))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void changesNothingTheSecondTime() {
            preferences
                    .given(wished("nl"), reset())
                    .when(new ResetContactPreferences(PREFERENCES))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    private static SetContactPreferences set(Language language, MailKind... kinds) {
        var wanted = EnumSet.noneOf(MailKind.class);
        wanted.addAll(List.of(kinds));
        return new SetContactPreferences(PREFERENCES, new Wishes(language, wanted, false, false, false));
    }

    private static ContactPreferencesSet wished(String language, String... kinds) {
        return new ContactPreferencesSet(ANNA, language, List.of(kinds), false, false, false);
    }

    private static ContactPreferencesReset reset() {
        return new ContactPreferencesReset(ANNA);
    }
}
