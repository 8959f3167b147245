package com.pitstop.process.slips;

import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.hibernate.annotations.Immutable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A map of plain values as JSON, in an order of its own: two processes write the same. Values are replaced and never changed,
 * which saves Hibernate a copy, by way of JSON, of each that it reads or writes.
 */
@Converter
@Immutable
class PlainValues implements AttributeConverter<Map<String, Object>, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, Object> values) {
        return JSON.writeValueAsString(values);
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(String json) {
        return JSON.readValue(json, MAP);
    }
}
