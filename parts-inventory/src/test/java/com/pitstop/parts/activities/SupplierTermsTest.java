package com.pitstop.parts.activities;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When pieces come that are ordered today. */
class SupplierTermsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-30", // Monday to Monday
        "2026-11-27, 2026-12-04",
        "2026-11-28, 2026-12-04", // Saturday
        "2026-11-29, 2026-12-04"
    })
    void theyComeAfterFiveWorkingDays(LocalDate ordered, LocalDate expected) {
        assertThat(SupplierTerms.expectedWhenOrderedOn(ordered)).isEqualTo(expected);
    }
}
