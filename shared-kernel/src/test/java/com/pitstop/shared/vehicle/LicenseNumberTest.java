package com.pitstop.shared.vehicle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.pitstop.shared.InvalidValueException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LicenseNumberTest {

    @Test
    void isComparedInUpperCase() {
        assertThat(new LicenseNumber("kn-16-rs")).isEqualTo(new LicenseNumber("KN-16-RS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "KN16RS",
                "KN-16",
                "KN-16-RS-1",
                "KNAA-16-RS",
                "K1-16-RS",
                "KN-16-RS ",
                "KN-16-R\u017f",
                "KN-\u0661\u0666-RS"
            })
    void isRefusedInAnyOtherShape(String value) {
        assertThatThrownBy(() -> new LicenseNumber(value)).isInstanceOf(InvalidValueException.class);
    }

    @Property(tries = 200)
    void acceptsThreeGroupsOfOneToThree(
            @ForAll @AlphaChars @StringLength(min = 1, max = 3) String first,
            @ForAll @AlphaChars @StringLength(min = 1, max = 3) String last) {
        assertThat(new LicenseNumber(first + "-123-" + last).value()).matches(LicenseNumber.PATTERN);
    }
}
