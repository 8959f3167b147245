package com.pitstop.chassis.axon;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How messages, tokens and snapshots become JSON. Apart from the JSON of the HTTP API, which is stricter. */
public final class Serializers {

    private Serializers() {}

    /** For events, commands, queries and tokens. Reads past what it does not know, so an older reader survives. */
    public static Serializer messages() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(Serializers::lenient)
                .build();
    }

    /** For snapshots, which are the fields of an aggregate whatever their visibility. */
    public static Serializer snapshots() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> lenient(mapper)
                        .changeDefaultVisibility(checker -> checker.withVisibility(
                                        com.fasterxml.jackson.annotation.PropertyAccessor.ALL, Visibility.NONE)
                                .withFieldVisibility(Visibility.ANY)
                                .withCreatorVisibility(Visibility.ANY)))
                .build();
    }

    /** A replay token names the class of the tokens it wraps; only Axon's own may be named. */
    private static JsonMapper.Builder lenient(JsonMapper.Builder mapper) {
        return mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build());
    }
}
