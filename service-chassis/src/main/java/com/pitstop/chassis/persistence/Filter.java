package com.pitstop.chassis.persistence;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** What a list is narrowed down by, as far as somebody asks for it. */
public final class Filter {

    private Filter() {}

    /** Rows with this value; all rows when none is asked for. */
    public static <T> Specification<T> is(String attribute, @Nullable Object value) {
        return value == null
                ? Specification.unrestricted()
                : (row, query, where) -> where.equal(row.get(attribute), value);
    }
}
