package com.pitstop.chassis.persistence;

/** A module's claim on a database schema. Its migrations lie in {@code db/migration/<name>} on the class path. */
public record ModuleSchema(String name) {}
