package com.pitstop.workshop.readmodel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.hibernate.annotations.Immutable;

import com.pitstop.shared.workshop.UsedPart;

/** The parts of a job in one column, like {@code 1xFILTER-OX-188D 4xOIL-5W30-1L}: they are only ever read together. */
@Converter
@Immutable
class UsedPartsAsText implements AttributeConverter<List<UsedPart>, String> {

    @Override
    public String convertToDatabaseColumn(List<UsedPart> parts) {
        return parts.stream()
                .map(part -> "%dx%s".formatted(part.quantity(), part.sku()))
                .collect(Collectors.joining(" "));
    }

    @Override
    public List<UsedPart> convertToEntityAttribute(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(UsedPartsAsText::part).toList();
    }

    private static UsedPart part(String text) {
        var end = text.indexOf('x');
        return new UsedPart(text.substring(end + 1), Integer.parseInt(text.substring(0, end)));
    }
}
