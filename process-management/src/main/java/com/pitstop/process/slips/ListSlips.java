package com.pitstop.process.slips;

/** Asks which routing slips there are, the newest first; answered by a {@link SlipPage}. */
public record ListSlips(SlipFilter filter, int page, int size) {}
