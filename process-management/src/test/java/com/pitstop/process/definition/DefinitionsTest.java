package com.pitstop.process.definition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import com.pitstop.shared.process.SlipStep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a definition says, and what is said of one that cannot work. */
class DefinitionsTest {

    private static final Activities ACTIVITIES = new Activities(Map.of(
            "parts", Map.of("reserve-parts", new Activity(Set.of("sku"), Set.of("quantity"), Set.of("reservationId"))),
            "billing", Map.of("close", new Activity(Set.of(), Set.of("reservation"), Set.of()))));
    private static final Validation VALIDATION = new Validation(ACTIVITIES, new SpelConditions());

    private static final String FINE = """
            name: order
            version: 1
            intake: [sku, lines.sku]
            steps:
              - name: reserve
                participant: parts
                activity: reserve-parts
                undo: true
                arguments: {sku: "${sku}"}
            """;

    @Nested
    class Reading {

        @Test
        void fillsInWhatIsUsual() {
            var step = only(itinerary(FINE, Map.of("sku", "OIL")));

            assertThat(step)
                    .isEqualTo(new SlipStep(
                            "reserve",
                            1,
                            "parts",
                            "reserve-parts",
                            "",
                            Map.of("sku", "${sku}"),
                            30_000,
                            3,
                            1000,
                            2.0,
                            300_000,
                            true,
                            false,
                            false,
                            "",
                            "",
                            "",
                            ""));
        }

        @Test
        void takesEverythingFromTheFile() {
            var step = only(itinerary("""
                    name: order
                    version: 1
                    intake: [sku]
                    steps:
                      - name: reserve
                        participant: parts
                        activity: reserve-parts
                        timeout: 500ms
                        attempts: 5
                        backoff: {first: 2s, factor: 1.5, longest: 1m}
                        when: sku != null
                        undo: false
                        pivot: true
                        tolerated: true
                        signal: {name: goods-received, within: 5 working days}
                        choice: {signal: other-part, within: 48h}
                        arguments: {sku: "the ${sku}", quantity: 2}
                    """, Map.of("sku", "OIL")));

            assertThat(step)
                    .isEqualTo(new SlipStep(
                            "reserve",
                            1,
                            "parts",
                            "reserve-parts",
                            "sku != null",
                            Map.of("sku", "the ${sku}", "quantity", 2),
                            500,
                            5,
                            2000,
                            1.5,
                            60_000,
                            false,
                            true,
                            true,
                            "goods-received",
                            "5 working days",
                            "other-part",
                            "48h"));
        }
    }

    @Nested
    class AFileThatIsWrong {

        @ParameterizedTest(name = "{0}")
        @MethodSource("com.pitstop.process.definition.DefinitionsTest#mistakes")
        void isToldWithWhatToDo(String from, String to, String told) {
            assertThatThrownBy(() -> read("order@1.yml", FINE.replace(from, to)))
                    .isInstanceOf(InvalidDefinitionsException.class)
                    .hasMessageContaining(told);
        }

        @Test
        void isToldTogetherWithAllOthers() {
            var files = List.of(
                    new DefinitionFile("order@1.yml", FINE.replace("undo: true", "attempts: 0")),
                    new DefinitionFile("order@2.yml", FINE.replace("reserve-parts", "buy")));

            assertThatThrownBy(() -> new Definitions(files, VALIDATION))
                    .hasMessage(String.join(
                            System.lineSeparator(),
                            "order@1.yml, step reserve: `attempts` must be a whole number from 1 to 1000",
                            "order@1.yml, step reserve: say with `undo: true` or `undo: false` whether it can be undone",
                            "order@2.yml, the file must be called order@1.yml",
                            "order@2.yml, step reserve: `buy` is no activity of parts; there are [reserve-parts]"));
        }
    }

    @Test
    void areToldInsteadOfAStackTraceWhenTheyAreWrong() {
        var failure = new IllegalStateException(new InvalidDefinitionsException(List.of("this", "and that")));

        var told =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, needsMore) -> {})
                        .stream()
                        .map(analyzer -> analyzer.analyze(failure))
                        .filter(Objects::nonNull)
                        .toList();

        assertThat(told)
                .extracting(FailureAnalysis::getDescription)
                .containsExactly(String.join(
                        System.lineSeparator(), "The processes cannot work as they are defined:", "this", "and that"));
    }

    @Nested
    class TwoSteps {

        private static final String ANOTHER = """
              - name: close
                participant: billing
                activity: close
                undo: false
                arguments: {reservation: "${reservationId}"}
            """;

        @Test
        void mayUseWhatAnEarlierOneAnswers() {
            assertThat(itinerary(FINE + ANOTHER, Map.of()))
                    .extracting(SlipStep::stage)
                    .containsExactly(1, 2);
        }

        @Test
        void mayNotUseWhatALaterOneAnswers() {
            var wrongWayRound = FINE.replace("steps:\n", "steps:\n" + ANOTHER);

            assertThatThrownBy(() -> read("order@1.yml", wrongWayRound))
                    .hasMessage(
                            "order@1.yml, step close: nothing fills `${reservationId}`; add it to `intake` or to `variables`");
        }

        @Test
        void haveNamesOfTheirOwn() {
            assertThatThrownBy(() -> read("order@1.yml", FINE + ANOTHER.replace("name: close", "name: reserve")))
                    .hasMessageContaining("there is another step of this name");
        }

        @Test
        void haveOnePivot() {
            var two = (FINE + ANOTHER).replaceAll("undo: \\w+", "pivot: true");

            assertThatThrownBy(() -> read("order@1.yml", two))
                    .hasMessage("order@1.yml, step close: there is another pivot before it; leave one of them");
        }

        @Test
        void mayBeThereForOneBeforeThemThatFailed() {
            var caughtUp = FINE.replace("undo: true", "undo: true\n    tolerated: true")
                    + ANOTHER.replace("undo: false", "undo: false\n    when: failed.reserve");

            assertThat(itinerary(caughtUp, Map.of()))
                    .extracting(SlipStep::condition)
                    .containsExactly("", "failed.reserve");
        }

        @Test
        void needNotSayBehindThePivotWhetherTheyAreUndone() {
            var behind = FINE.replace("undo: true", "pivot: true") + ANOTHER.replace("    undo: false\n", "");

            assertThat(itinerary(behind, Map.of()))
                    .extracting(SlipStep::undoable)
                    .containsExactly(false, false);
        }
    }

    @Nested
    class ForEachItem {

        private static final String EACH = FINE.replace(
                        "arguments: {sku: \"${sku}\"}",
                        "for-each: lines as line\n    arguments: {sku: \"${line.sku}\", quantity: \"${line.quantity}\"}")
                .replace("lines.sku", "lines.sku, lines.quantity");

        private static final Map<String, Object> LINES =
                Map.of("lines", List.of(Map.of("sku", "OIL", "quantity", 2), Map.of("sku", "PADS")));

        @Test
        void thereIsAStepWithItsArguments() {
            assertThat(itinerary(EACH, LINES))
                    .extracting(SlipStep::name, SlipStep::stage, SlipStep::arguments)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("reserve-1", 1, Map.of("sku", "OIL", "quantity", 2)),
                            org.assertj.core.groups.Tuple.tuple("reserve-2", 2, Map.of("sku", "PADS")));
        }

        @Test
        void theyRunSideBySideInAGroup() {
            assertThat(itinerary(EACH.replace("undo: true", "undo: true\n    parallel: parts"), LINES))
                    .extracting(SlipStep::stage)
                    .containsExactly(1, 1);
        }

        @Test
        void thereIsNoneWithoutItems() {
            assertThat(itinerary(EACH, Map.of())).isEmpty();
        }

        @Test
        void nothingElseOfAnItemIsKnown() {
            assertThatThrownBy(() -> read("order@1.yml", EACH.replace("line.sku", "line.colour")))
                    .hasMessageContaining("nothing fills `${line.colour}`");
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("name: order", "name: An Order", "give it a `name` in kebab-case"),
                arguments("version: 1", "version: none", "`version` must be a whole number"),
                arguments("version: 1", "version: 2", "the file must be called order@2.yml"),
                arguments("version: 1", "version: 1\nversion: 1", "it is not YAML"),
                arguments("version: 1", "version: 1\ncolour: red", "`colour` is not a known field; leave it out"),
                arguments("version: 1", "version: 1\ncalled-off-by: rain", "`called-off-by` can be vehicle-sold"),
                arguments("steps:", "steps: []\nothers:", "give it `steps`"),
                arguments("name: reserve", "name: ''", "give it a `name`"),
                arguments("undo: true", "undo: true\n    color: red", "`color` is not a known field"),
                arguments("undo: true", "undo: perhaps", "`undo` must be true or false"),
                arguments("undo: true", "pivot: false", "say with `undo: true`"),
                arguments("undo: true", "undo: true\n    attempts: 0", "`attempts` must be a whole number"),
                arguments("undo: true", "undo: true\n    attempts: 1.5", "`attempts` must be a whole number"),
                arguments("undo: true", "undo: true\n    timeout: 999999999d", "and at most a year"),
                arguments("undo: true", "undo: true\n    backoff: {factor: .inf}", "from 1 to 100"),
                arguments(
                        "undo: true",
                        "undo: true\n    signal: {name: goods, within: 99999 working days}",
                        "say `within`"),
                arguments("undo: true", "undo: true\n    timeout: 0s", "`timeout` must be longer than nothing"),
                arguments("undo: true", "undo: true\n    timeout: -5s", "`timeout` must be longer than nothing"),
                arguments("undo: true", "undo: true\n    timeout: 5 working days", "`timeout` must be longer"),
                arguments(
                        "undo: true",
                        "undo: true\n    backoff: {factor: 0.5}",
                        "`backoff`: `factor` must be a number from 1 to 100"),
                arguments("undo: true", "undo: true\n    backoff: {first: 0s}", "`backoff`: `first` must be longer"),
                arguments(
                        "undo: true",
                        "undo: true\n    backoff: {first: 5s, longest: 2s}",
                        "`longest` must not be shorter"),
                arguments("undo: true", "undo: true\n    backoff: often", "`backoff` must have fields of its own"),
                arguments(
                        "participant: parts",
                        "participant: nobody",
                        "`nobody` is no participant; there are [billing, parts]"),
                arguments(
                        "activity: reserve-parts",
                        "activity: steal",
                        "`steal` is no activity of parts; there are [reserve-parts]"),
                arguments("{sku: \"${sku}\"}", "{}", "the argument `sku` is missing"),
                arguments("{sku: \"${sku}\"}", "{sku: x, size: 2}", "`size` is no argument of reserve-parts"),
                arguments("{sku: \"${sku}\"}", "{sku: }", "say what `sku` is"),
                arguments("{sku: \"${sku}\"}", "{sku: \"${colour}\"}", "nothing fills `${colour}`"),
                arguments("{sku: \"${sku}\"}", "{sku: \"${sku\"}", "an argument has `${`"),
                arguments("undo: true", "undo: true\n    when: sku ==", "`when` must be a condition"),
                arguments(
                        "undo: true", "undo: true\n    when: failed.reserve", "`failed.reserve` is no step before it"),
                arguments("undo: true", "undo: true\n    when: T(System).exit(1)", "does more than compare"),
                arguments("undo: true", "undo: true\n    signal: {name: goods}", "`signal`: say `within` what time"),
                arguments("undo: true", "undo: true\n    signal: {within: 5s}", "`signal`: give it a `name`"),
                arguments(
                        "undo: true",
                        "undo: true\n    choice: {signal: slot, within: soon}",
                        "`choice`: say `within` what time"),
                arguments("undo: true", "undo: true\n    for-each: lines", "`for-each` must read like"),
                arguments(
                        "undo: true", "undo: true\n    for-each: wheels as wheel", "nothing fills the list `wheels`"));
    }

    private static Definitions read(String file, String text) {
        return new Definitions(List.of(new DefinitionFile(file, text)), VALIDATION);
    }

    private static List<SlipStep> itinerary(String text, Map<String, Object> request) {
        return read("order@1.yml", text).find("order", 1).orElseThrow().itinerary(request);
    }

    private static SlipStep only(List<SlipStep> steps) {
        assertThat(steps).hasSize(1);
        return steps.get(0);
    }
}
