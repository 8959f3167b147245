package com.pitstop.process.definition;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.pitstop.process.domain.Conditions;

/** The definitions as they are delivered, for tests of what becomes of their slips. */
public final class DeliveredDefinitions {

    private DeliveredDefinitions() {}

    public static Definitions definitions() {
        try {
            return new DefinitionConfiguration()
                    .processDefinitions(new DefinitionSettings("classpath:processes/"), new SpelConditions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Conditions conditions() {
        return new SpelConditions();
    }
}
