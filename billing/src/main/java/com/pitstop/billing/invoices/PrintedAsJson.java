package com.pitstop.billing.invoices;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.hibernate.annotations.Immutable;

import tools.jackson.databind.json.JsonMapper;

/** What is printed in one column: amounts keep their digits. */
@Converter
@Immutable
class PrintedAsJson implements AttributeConverter<Printed, String> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(Printed printed) {
        return JSON.writeValueAsString(printed);
    }

    @Override
    public Printed convertToEntityAttribute(String json) {
        return JSON.readValue(json, Printed.class);
    }
}
