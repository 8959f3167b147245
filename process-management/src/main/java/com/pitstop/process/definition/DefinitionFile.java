package com.pitstop.process.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A file that defines a process: {@code repair-order@1.yml}. */
record DefinitionFile(String name, String text) {

    /** What was made of a file, and all that is wrong with it. */
    record Reading(ProcessDefinition definition, List<Finding> findings) {}

    Reading read(Validation validation) {
        var findings = new ArrayList<Finding>();
        var file = Section.of(parsed(findings), message -> findings.add(new Finding("", message)));
        file.knowOnly(Set.of("name", "version", "called-off-by", "intake", "variables", "steps"));
        var definition = new ProcessDefinition(
                file.name("name"),
                file.count("version", 1),
                file.textOrEmpty("called-off-by"),
                file.texts("intake"),
                file.texts("variables"),
                steps(file, findings));
        if (!name.equals(definition.id() + ".yml")) {
            findings.add(new Finding("", "the file must be called %s.yml".formatted(definition.id())));
        }
        if (definition.isCalledOffBySomethingUnknown()) {
            findings.add(new Finding("", "`called-off-by` can be vehicle-sold"));
        }
        var known = Stream.concat(definition.intake().stream(), definition.variables().stream())
                .toList();
        findings.addAll(validation.findings(definition.steps(), known));
        return new Reading(definition, findings);
    }

    static Map<?, ?> yaml(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(text) instanceof Map<?, ?> map ? map : Map.of();
    }

    private Map<?, ?> parsed(List<Finding> findings) {
        try {
            return yaml(text);
        } catch (YAMLException e) {
            findings.add(new Finding("", "it is not YAML: " + e.getMessage()));
            return Map.of();
        }
    }

    private static List<StepDefinition> steps(Section file, List<Finding> findings) {
        var steps = file.list("steps");
        if (steps.isEmpty()) {
            findings.add(new Finding("", "give it `steps`"));
        }
        return steps.stream()
                .map(step ->
                        StepReader.read(Section.of(step, message -> findings.add(new Finding(nameOf(step), message)))))
                .toList();
    }

    static String nameOf(Object step) {
        return step instanceof Map<?, ?> map && map.get("name") != null
                ? String.valueOf(map.get("name"))
                : "without name";
    }
}
