package com.pitstop.process.definition;

import java.util.ArrayList;
import java.util.List;

/** Draws the steps of a process for Mermaid: those of a group side by side, between what comes before and after. */
final class Flowchart {

    private final StringBuilder drawn = new StringBuilder("flowchart TD\n    begin([begin])\n");
    private List<String> before = List.of("begin");
    private List<String> side = new ArrayList<>();
    private String group = "";

    private Flowchart() {}

    static String of(List<StepDefinition> steps) {
        var chart = new Flowchart();
        steps.forEach(chart::draw);
        return chart.end();
    }

    private void draw(StepDefinition step) {
        if (step.parallel().isEmpty() || !step.parallel().equals(group)) {
            nextStage();
        }
        group = step.parallel();
        drawn.append("    %s[\"%s\"]%n".formatted(step.name(), label(step)));
        var arrow = step.when().isEmpty() ? "-->" : "-->|\"%s\"|".formatted(quoted(step.when()));
        before.forEach(from -> drawn.append("    %s %s %s%n".formatted(from, arrow, step.name())));
        side.add(step.name());
    }

    private void nextStage() {
        if (!side.isEmpty()) {
            before = side;
            side = new ArrayList<>();
        }
    }

    private String end() {
        nextStage();
        drawn.append("    finish([end])\n");
        before.forEach(from -> drawn.append("    %s --> finish%n".formatted(from)));
        return drawn.toString().replace(System.lineSeparator(), "\n");
    }

    private static String label(StepDefinition step) {
        var label = new StringBuilder(step.name());
        var each = step.forEach();
        if (each != null) {
            label.append("<br/>for each of ").append(each.list());
        }
        if (step.pivot()) {
            label.append("<br/>nothing is undone from here on");
        }
        if (!step.signal().signal().isEmpty()) {
            label.append("<br/>then waits for ").append(step.signal().signal());
        }
        return label.toString();
    }

    private static String quoted(String text) {
        return text.replace("\"", "#quot;");
    }
}
