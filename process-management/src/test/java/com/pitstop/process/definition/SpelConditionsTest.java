package com.pitstop.process.definition;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a condition may say, and that it can do nothing else. */
class SpelConditionsTest {

    private static final Map<String, Object> VARIABLES = Map.of(
            "condition",
            "UNSAFE",
            "age",
            7,
            "urgent",
            true,
            "billing",
            Map.of("plan", "FLEET"),
            "failed",
            Map.of("sendWelcome", true));

    private final SpelConditions conditions = new SpelConditions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "condition == 'UNSAFE'",
                "billing.plan != 'PAY_AS_YOU_GO'",
                "age >= 7 and age < 8 && !(age == 9)",
                "urgent",
                "not (age == 9) and age <= 7.5",
                "condition == 'FINE' or billing.plan == 'FLEET'",
                "unknown == null",
                "unknown.of.something == null",
                "unknown != 'anything'",
                "unknown != true",
                "failed.sendWelcome"
            })
    void hold(String condition) {
        assertThat(conditions.problem(condition)).isEmpty();
        assertThat(conditions.hold(condition, VARIABLES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "condition == 'FINE'",
                "unknown",
                "unknown.of.something",
                "failed.other",
                "unknown == 'UNSAFE'",
                "billing.plan == null",
                "age > 7"
            })
    void doNotHold(String condition) {
        assertThat(conditions.problem(condition)).isEmpty();
        assertThat(conditions.hold(condition, VARIABLES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T(java.lang.Runtime).getRuntime().exec('id') == null",
                "new java.io.File('/') == null",
                "@processDefinitions == null",
                "condition.getClass() == null",
                "condition.toLowerCase() == 'unsafe'",
                "condition = 'FINE'",
                "#root == null",
                "#this.condition == 'UNSAFE'",
                "{1, 2}.?[true] == null",
                "new int[100000000] == null",
                "condition matches '(a+)+$'",
                "age++ == 7",
                "condition + condition == null",
                "condition ?: 'FINE'",
                "condition ==",
                "'"
            })
    void areRefusedWhereTheyDoMoreThanCompare(String condition) {
        assertThat(conditions.problem(condition)).isPresent();
        assertThatThrownBy(() -> conditions.hold(condition, VARIABLES)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void areRefusedWhenTheyAreTooLong() {
        assertThat(conditions.problem("urgent and ".repeat(50) + "urgent")).isPresent();
    }

    @Test
    void readNothingButVariables() {
        assertThat(conditions.hold("class == null and billing.class == null and condition.bytes == null", VARIABLES))
                .isTrue();
    }
}
