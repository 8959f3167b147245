package com.pitstop.customer.domain;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.customer.CustomerId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContactDetailsTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "Åsa Öberg", "李小龙", "Zoë 🚗"})
    void takeANameInAnyScript(String name) {
        assertThat(named(name).name()).isEqualTo(name);
    }

    @Test
    void takeANameUpToItsLimit() {
        assertThat(named("A".repeat(100)).name()).hasSize(100);
        assertThatThrownBy(() -> named("A".repeat(101)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("A customer's name must be one line of at most 100 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void areNotBlank(String name) {
        assertThatThrownBy(() -> named(name))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("A customer's name must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna\nJansen", "Anna\u0000", "Anna\ud83d"})
    void areTextThatCanBeStoredEverywhere(String name) {
        assertThatThrownBy(() -> named(name)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void limitTheReasonToLeaveButDoNotRequireOne() {
        var customer = new CustomerId(UUID.randomUUID());
        assertThat(new DeactivateCustomer(customer, "").reason()).isEmpty();
        assertThatThrownBy(() -> new DeactivateCustomer(customer, "A".repeat(201)))
                .isInstanceOf(InvalidValueException.class);
    }

    private static ContactDetails named(String name) {
        return new ContactDetails(name, "Dorpsstraat 1", "1234 AB", "Utrecht", "06-12345678", "anna@example.org");
    }
}
