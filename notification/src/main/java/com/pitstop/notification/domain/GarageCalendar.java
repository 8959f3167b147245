package com.pitstop.notification.domain;

/** The one calendar of the garage. Reads {@code calendar:garage}: the name of its stream of events. */
public record GarageCalendar() {

    public static final String STREAM = "calendar:garage";

    @Override
    public String toString() {
        return STREAM;
    }
}
