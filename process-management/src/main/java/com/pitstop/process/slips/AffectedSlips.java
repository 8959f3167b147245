package com.pitstop.process.slips;

import java.util.List;

/**
 * What an action would touch.
 *
 * @param count how many slips, those that are not listed included
 */
public record AffectedSlips(long count, List<Affected> items) {

    /**
     * A slip that an action would touch.
     *
     * @param steps by name, empty when the action is about the slip as a whole
     */
    public record Affected(SlipPage.Item slip, List<String> steps) {}

    public AffectedSlips {
        items = List.copyOf(items);
    }
}
