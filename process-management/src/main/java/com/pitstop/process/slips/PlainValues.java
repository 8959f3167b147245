package com.pitstop.process.slips;

import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A map of plain values as JSON, in an order of its own: two processes write the same. */
@Converter
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
