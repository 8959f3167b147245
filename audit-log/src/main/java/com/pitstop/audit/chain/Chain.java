package com.pitstop.audit.chain;

import java.util.List;
import java.util.stream.Stream;

/** A chain as it is stored. */
public interface Chain {

    /** The end, as it is kept apart from the entries. */
    Head head();

    /** All entries by number. To be closed. */
    Stream<Entry> entries();

    /** The entries that say they come after the one with this hash. */
    List<Entry> quoting(String hash);
}
