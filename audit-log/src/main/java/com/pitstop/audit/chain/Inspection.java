package com.pitstop.audit.chain;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

import com.pitstop.audit.chain.Finding.Flaw;

/** Walks along a chain from its first entry, and stops at the first place that is not as it was recorded. */
public final class Inspection {

    private static final long NEVER = 0;

    private final Chain chain;
    private final Head head;
    private Head sound = Head.NONE;

    private Inspection(Chain chain) {
        this.chain = chain;
        this.head = chain.head();
    }

    public static Optional<Finding> of(Chain chain) {
        return new Inspection(chain).firstFinding();
    }

    private Optional<Finding> firstFinding() {
        try (var entries = chain.entries()) {
            var remaining = entries.iterator();
            while (sound.number() < head.number()) {
                var entry = remaining.hasNext() ? remaining.next() : null;
                if (entry == null || !follows(entry)) {
                    return Optional.of(finding(entry));
                }
                sound = Head.at(entry);
            }
            return atTheEnd(remaining);
        }
    }

    private boolean follows(Entry entry) {
        return entry.number() == sound.number() + 1 && entry.previousHash().equals(sound.hash()) && entry.isSealed();
    }

    private Optional<Finding> atTheEnd(Iterator<Entry> remaining) {
        var beyond = remaining.hasNext() ? remaining.next() : null;
        if (!sound.equals(head)) {
            var isBeyond = beyond != null && beyond.hash().equals(head.hash());
            return Optional.of(new Finding(head.number(), isBeyond ? Flaw.ADDED : Flaw.CHANGED));
        }
        return Optional.ofNullable(beyond).map(entry -> new Finding(entry.number(), Flaw.ADDED));
    }

    /** The entry that belongs here is known by what it quotes: the last one that is sound. */
    private Finding finding(@Nullable Entry found) {
        var number = sound.number() + 1;
        if (found != null && found.number() < number) {
            return new Finding(found.number(), Flaw.ADDED);
        }
        var isElsewhere = chain.quoting(sound.hash()).stream().anyMatch(belongingTo(number));
        if (found == null || found.number() > number) {
            return new Finding(number, isElsewhere ? Flaw.MOVED : Flaw.REMOVED);
        }
        return isElsewhere ? displaced(found) : replaced(found);
    }

    /** It stands where another belongs, which stands in another place itself. */
    private Finding displaced(Entry found) {
        var recordedAs = recordedAs(found);
        var isForeign = recordedAs == NEVER || recordedAs == found.number();
        return new Finding(found.number(), isForeign ? Flaw.ADDED : Flaw.MOVED);
    }

    /** It stands where another belongs, of which there is no trace. */
    private Finding replaced(Entry found) {
        var recordedAs = recordedAs(found);
        if (recordedAs == NEVER) {
            return new Finding(found.number(), Flaw.CHANGED);
        }
        if (recordedAs > found.number()) {
            return new Finding(found.number(), Flaw.REMOVED);
        }
        // It is as it was recorded, so the one before it is not, however well sealed.
        return recordedAs == found.number()
                ? new Finding(Math.max(1, recordedAs - 1), Flaw.CHANGED)
                : new Finding(recordedAs, Flaw.ADDED);
    }

    /** The number that the seal of an entry confirms. */
    private long recordedAs(Entry entry) {
        return LongStream.rangeClosed(1, head.number())
                .filter(entry::isSealedAs)
                .findFirst()
                .orElse(NEVER);
    }

    private static Predicate<Entry> belongingTo(long number) {
        return entry -> entry.number() != number && entry.isSealedAs(number);
    }
}
