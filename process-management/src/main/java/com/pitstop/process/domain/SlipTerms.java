package com.pitstop.process.domain;

import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * What a slip decides with besides what happened to it.
 *
 * @param chance from -1 to 1, so that what failed together is not tried again together
 */
public record SlipTerms(
        Clock clock, Conditions conditions, Deadlines deadlines, Participants participants, DoubleSupplier chance) {}
