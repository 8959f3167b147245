package com.pitstop.process.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.pitstop.shared.process.SlipStep;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the itinerary of any definition and any request. */
class ItineraryTest {

    /** A step by its group, and whether it is there for each item. */
    record Sketch(String group, boolean each) {}

    @Property(tries = 300)
    void hasEveryStepOnceInOrderAndNeighboursOfAGroupSideBySide(
            @ForAll("sketches") List<Sketch> sketches, @ForAll @IntRange(max = 4) int items) {
        var request = Map.<String, Object>of("lines", Collections.nCopies(items, "line"));

        var itinerary = new Itinerary(List.of("lines"), request).of(steps(sketches));

        var times =
                sketches.stream().mapToInt(sketch -> sketch.each() ? items : 1).sum();
        assertThat(itinerary).hasSize(times);
        assertThat(new HashSet<>(itinerary.stream().map(SlipStep::name).toList()))
                .hasSize(times);
        assertThat(itinerary).extracting(SlipStep::stage).isEqualTo(stages(sketches, items));
    }

    /** Block by block: a block is a step alone, or neighbours of one group. */
    private static List<Integer> stages(List<Sketch> sketches, int items) {
        var stages = new ArrayList<Integer>();
        var stage = 0;
        for (var i = 0; i < sketches.size(); ) {
            var group = sketches.get(i).group();
            var steps = 0;
            do {
                steps += sketches.get(i).each() ? items : 1;
                i++;
            } while (!group.isEmpty()
                    && i < sketches.size()
                    && sketches.get(i).group().equals(group));
            for (var step = 0; step < steps; step++) {
                stage += group.isEmpty() || step == 0 ? 1 : 0;
                stages.add(stage);
            }
        }
        return stages;
    }

    @Provide
    Arbitrary<List<Sketch>> sketches() {
        return Combinators.combine(Arbitraries.of("", "", "a", "b"), Arbitraries.of(true, false))
                .as(Sketch::new)
                .list()
                .ofMaxSize(8);
    }

    private static List<StepDefinition> steps(List<Sketch> sketches) {
        return IntStream.range(0, sketches.size())
                .mapToObj(i -> step("step-" + (char) ('a' + i), sketches.get(i)))
                .toList();
    }

    private static StepDefinition step(String name, Sketch sketch) {
        return new StepDefinition(
                name,
                "parts",
                "reserve-parts",
                Duration.ofSeconds(1),
                1,
                Backoff.USUAL,
                "",
                Map.of(),
                sketch.each() ? new ForEach("lines", "line") : null,
                sketch.group(),
                true,
                false,
                false,
                Awaited.NOTHING,
                Awaited.NOTHING);
    }
}
