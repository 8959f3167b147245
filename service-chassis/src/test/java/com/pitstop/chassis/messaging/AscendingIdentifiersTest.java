package com.pitstop.chassis.messaging;

import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How Axon names messages here. */
class AscendingIdentifiersTest {

    @Test
    void messagesAreNamedInTheOrderOfTheirMaking() {
        var identifiers = Stream.generate(
                        () -> GenericEventMessage.asEventMessage("event").getIdentifier())
                .limit(1_000)
                .toList();

        assertThat(identifiers).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(identifiers.get(0)).version()).isEqualTo(7);
    }

    @Test
    void whatIsMadeInTheCourseOfSomethingStandsBesideIt() {
        var earlier = AscendingIdentifiers.next();

        var one = AscendingIdentifiers.near(earlier, "one");
        assertThat(one)
                .isEqualTo(AscendingIdentifiers.near(earlier, "one"))
                .isNotEqualTo(AscendingIdentifiers.near(earlier, "other"))
                .isNotEqualTo(AscendingIdentifiers.near(AscendingIdentifiers.next(), "one"));
        assertThat(one.toString()).startsWith(earlier.toString().substring(0, 13));
        assertThat(one.version()).isEqualTo(8);
        assertThat(one.variant()).isEqualTo(2);
    }
}
