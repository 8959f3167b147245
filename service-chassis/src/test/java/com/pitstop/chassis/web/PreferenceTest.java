package com.pitstop.chassis.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=2 | 2",
                "respond-async, wait=10 | 10",
                "WAIT = \"3\"; x=y | 3",
                "wait=9999 | 30",
                "wait=soon | 0",
                "nowait=5 | 0",
                "return=minimal | 0"
            })
    void readsHowLongAClientWantsToWait(String header, long seconds) {
        assertThat(Preference.wait(header)).hasSeconds(seconds);
    }

    @Test
    void waitsForNothingWithoutTheHeader() {
        assertThat(Preference.wait(null)).isZero();
    }
}
