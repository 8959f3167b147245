package com.pitstop.parts.movements;

/** Why pieces moved. */
public enum MovementKind {
    RECEIVED,
    ADJUSTED,
    RESERVED,
    RELEASED,
    EXPIRED,
    CONSUMED
}
