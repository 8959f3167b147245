package com.pitstop.audit.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.pitstop.audit.chain.Finding.Flaw;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is done to a chain of whatever length, and at whichever place, it is found there. */
class InspectionTest {

    private static final int LENGTH = 9;

    @Property
    void findsNothingInAChainAsItWasRecorded(@ForAll @IntRange(max = 30) int length) {
        assertThat(Inspection.of(recorded(length))).isEmpty();
    }

    @Property
    void findsWhatWasChanged(@ForAll @IntRange(min = 1, max = LENGTH) int number) {
        var chain = recorded(LENGTH);

        chain.replace(number, entry -> new Entry(number, forged(), entry.previousHash(), entry.hash()));

        assertFound(chain, number, Flaw.CHANGED);
    }

    @Property
    void findsWhatWasChangedAndSealedAnew(@ForAll @IntRange(min = 1, max = LENGTH) int number) {
        var chain = recorded(LENGTH);

        chain.replace(number, entry -> sealed(number, entry.previousHash()));

        assertFound(chain, number, Flaw.CHANGED);
    }

    @Property
    void findsAHashThatWasChanged(@ForAll @IntRange(min = 1, max = LENGTH) int number) {
        var chain = recorded(LENGTH);

        chain.replace(number, entry -> new Entry(number, entry.fact(), entry.previousHash(), "0".repeat(64)));

        assertFound(chain, number, Flaw.CHANGED);
    }

    @Property
    void findsAPreviousHashThatWasChanged(@ForAll @IntRange(min = 1, max = LENGTH) int number) {
        var chain = recorded(LENGTH);

        chain.replace(number, entry -> new Entry(number, entry.fact(), "1".repeat(64), entry.hash()));

        assertFound(chain, number, Flaw.CHANGED);
    }

    @Property
    void findsWhatWasRemoved(@ForAll @IntRange(min = 1, max = LENGTH) int number) {
        var chain = recorded(LENGTH);

        chain.entries.remove(number - 1);

        assertFound(chain, number, Flaw.REMOVED);
    }

    @Property
    void findsWhatWasRemovedWhereTheOthersMovedUp(@ForAll @IntRange(min = 1, max = LENGTH) int number) {
        var chain = recorded(LENGTH);

        chain.entries.remove(number - 1);
        chain.number();

        assertFound(chain, number, Flaw.REMOVED);
    }

    @Property
    void findsWhatWasAdded(@ForAll @IntRange(min = 1, max = LENGTH + 1) int number) {
        var chain = recorded(LENGTH);

        chain.entries.add(number - 1, new Entry(number, forged(), "2".repeat(64), "3".repeat(64)));
        chain.number();

        assertFound(chain, number, Flaw.ADDED);
    }

    @Property
    void findsWhatWasAddedAndSealed(@ForAll @IntRange(min = 1, max = LENGTH + 1) int number) {
        var chain = recorded(LENGTH);
        var before = number == 1 ? Head.NONE : Head.at(chain.entries.get(number - 2));

        chain.entries.add(number - 1, before.next(forged()));
        chain.number();

        assertFound(chain, number, Flaw.ADDED);
    }

    @Property
    void findsWhatWasMoved(
            @ForAll @IntRange(min = 1, max = LENGTH - 1) int number, @ForAll @IntRange(max = LENGTH) int further) {
        var chain = recorded(LENGTH);
        var other = Math.min(LENGTH, number + 1 + further);

        Collections.swap(chain.entries, number - 1, other - 1);
        chain.number();

        assertFound(chain, number, Flaw.MOVED);
    }

    @Property
    void findsWhatWasMovedAndLeftAGap(@ForAll @IntRange(min = 1, max = LENGTH) int number) {
        var chain = recorded(LENGTH);

        chain.entries.add(numbered(chain.entries.remove(number - 1), LENGTH + 7));

        assertFound(chain, number, Flaw.MOVED);
    }

    @Test
    void findsWhatWasAddedBeforeTheFirst() {
        var chain = recorded(LENGTH);

        chain.entries.add(0, sealed(0, Head.NONE.hash()));

        assertFound(chain, 0, Flaw.ADDED);
    }

    @Test
    void findsAChainWhoseEndWasForgotten() {
        var chain = recorded(LENGTH);

        chain.head = Head.NONE;

        assertFound(chain, 1, Flaw.ADDED);
    }

    @Test
    void sealsAllThatIsInAnEntry() {
        var seals = Stream.of(
                        fact("e", "w", ""),
                        fact("ew", "", ""),
                        fact("e", "", "w"),
                        fact("e\n1:w", "", ""),
                        fact("", "ew", ""))
                .map(fact -> Head.NONE.next(fact).hash());

        assertThat(seals).doesNotHaveDuplicates();
    }

    /** As another program would compute it from the description of the form. */
    @Test
    void sealsAsDescribed() {
        var entry = Head.NONE.next(fact("Zoë", "CustomerRegistered", "{}"));

        assertThat(entry.hash()).isEqualTo("b581d99e89f38b56463403cc3ba7b56d2382c2d14d026a02fb7a750918e48d64");
    }

    private static void assertFound(StoredInMemory chain, long number, Flaw flaw) {
        assertThat(Inspection.of(chain)).isEqualTo(Optional.of(new Finding(number, flaw)));
    }

    private static StoredInMemory recorded(int length) {
        var chain = new StoredInMemory();
        IntStream.rangeClosed(1, length).forEach(number -> {
            var entry = chain.head.next(fact("event-" + number, "Happened", "{}"));
            chain.entries.add(entry);
            chain.head = Head.at(entry);
        });
        return chain;
    }

    private static Entry sealed(long number, String previousHash) {
        return new Entry(number, forged(), previousHash, Seal.over(number, forged(), previousHash));
    }

    private static Entry numbered(Entry entry, long number) {
        return new Entry(number, entry.fact(), entry.previousHash(), entry.hash());
    }

    private static Fact forged() {
        return fact("forged", "Happened", "{\"forged\": true}");
    }

    private static Fact fact(String eventId, String what, String payload) {
        return new Fact(eventId, Instant.parse("2026-11-21T09:00:00Z"), "EVENT", what, "", "", "", "", "", "", payload);
    }

    private static final class StoredInMemory implements Chain {

        private final List<Entry> entries = new ArrayList<>();
        private Head head = Head.NONE;

        void replace(int number, UnaryOperator<Entry> change) {
            entries.set(number - 1, change.apply(entries.get(number - 1)));
        }

        /** Numbers the entries 1, 2, 3, whatever their hashes say. */
        void number() {
            IntStream.range(0, entries.size()).forEach(i -> entries.set(i, numbered(entries.get(i), i + 1L)));
        }

        @Override
        public Head head() {
            return head;
        }

        @Override
        public Stream<Entry> entries() {
            return entries.stream();
        }

        @Override
        public List<Entry> quoting(String hash) {
            return entries.stream()
                    .filter(entry -> entry.previousHash().equals(hash))
                    .toList();
        }
    }
}
