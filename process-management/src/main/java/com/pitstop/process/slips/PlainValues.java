package com.pitstop.process.slips;

import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A map of plain values as JSON. */
@Converter
class PlainValues implements AttributeConverter<Map<String, Object>, String> {

    private static final JsonMapper JSON = new JsonMapper();
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
