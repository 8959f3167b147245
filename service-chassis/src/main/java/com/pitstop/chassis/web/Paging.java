package com.pitstop.chassis.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list, as query parameters.
 *
 * @param page counted from 0, the first page when left out
 * @param size 1 to 100, 20 when left out
 */
public record Paging(
        @Nullable @Min(0) @Max(1_000_000) Integer page,
        @Nullable @Min(1) @Max(100) Integer size) {

    public int pageOrFirst() {
        return page == null ? 0 : page;
    }

    public int sizeOrUsual() {
        return size == null ? 20 : size;
    }
}
