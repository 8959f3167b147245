package com.pitstop.chassis.axon;

import java.util.List;
import java.util.stream.Stream;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A position that cannot be read back stops its processor for good. */
class TokensTest {

    private final Serializer serializer = Serializers.messages();

    static Stream<TrackingToken> tokens() {
        var gaps = GapAwareTrackingToken.newInstance(42, List.of(38L, 40L));
        var earlier = GapAwareTrackingToken.newInstance(7, List.of());
        return Stream.of(
                gaps,
                new GlobalSequenceTrackingToken(12),
                ReplayToken.createReplayToken(gaps),
                ReplayToken.createReplayToken(gaps, earlier),
                new MergedTrackingToken(gaps, earlier),
                new MergedTrackingToken(ReplayToken.createReplayToken(gaps, earlier), earlier),
                new ConfigToken(java.util.Map.of("id", "of the store")));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void comeBackAsTheyWere(TrackingToken token) {
        TrackingToken back = serializer.deserialize(serializer.serialize(token, byte[].class));

        assertThat(back).isEqualTo(token).hasSameClassAs(token);
    }
}
