package com.pitstop.chassis.persistence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entity of which a row that is there stays as it is when it is inserted again: {@code on conflict do nothing}. So the
 * projection of an event that begins something is idempotent without a look for the row before each insert. Whoever finds
 * by its id what the same transaction inserted gets the row as it is, read for the purpose. For entities of one table whose
 * identifier is not generated.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InsertedOnce {}
