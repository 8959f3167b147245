package com.pitstop.process.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.pitstop.shared.process.SlipStep;

/** The processes of the garage, each in all the versions that there are. */
public class Definitions {

    /** What an operator's own steps come to, or what is wrong with them. */
    public record Revision(List<SlipStep> rest, List<Finding> findings) {

        public Revision {
            rest = List.copyOf(rest);
            findings = List.copyOf(findings);
        }
    }

    private final Map<String, ProcessDefinition> byId = new TreeMap<>();
    private final Validation validation;

    /**
     * Reads them.
     *
     * @throws InvalidDefinitionsException naming all that is wrong with any of them
     */
    Definitions(Collection<DefinitionFile> files, Validation validation) {
        this.validation = validation;
        var problems = new ArrayList<String>();
        for (var file : files) {
            var reading = file.read(validation);
            byId.put(reading.definition().id(), reading.definition());
            reading.findings().forEach(finding -> problems.add("%s, %s".formatted(file.name(), finding)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidDefinitionsException(problems);
        }
    }

    /** Names of those who can be asked for steps. */
    public Set<String> participants() {
        return validation.participants();
    }

    /** Names of the variables that an activity sets; none when there is no such activity. */
    public Set<String> answers(String participant, String activity) {
        return validation.answers(participant, activity);
    }

    public List<ProcessDefinition> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(ProcessDefinition::name).thenComparing(ProcessDefinition::version))
                .toList();
    }

    public Optional<ProcessDefinition> find(String name, int version) {
        return Optional.ofNullable(byId.get(name + "@" + version));
    }

    /** The newest version; an error when there is none of that name. */
    public ProcessDefinition newest(String name) {
        return byId.values().stream()
                .filter(definition -> definition.name().equals(name))
                .max(Comparator.comparing(ProcessDefinition::version))
                .orElseThrow(() -> new IllegalStateException("There is no definition of %s".formatted(name)));
    }

    /**
     * Reads steps that somebody puts in the place of others on a running slip.
     *
     * @param steps as in a definition
     * @param toCome variables that steps under way will have set by then
     * @param stage of the last step that has begun
     */
    public Revision revise(
            List<Map<String, Object>> steps, Map<String, Object> variables, Collection<String> toCome, int stage) {
        var findings = new ArrayList<Finding>();
        var read = steps.stream()
                .map(step -> StepReader.read(
                        Section.of(step, message -> findings.add(new Finding(DefinitionFile.nameOf(step), message)))))
                .toList();
        var known = new HashSet<>(variables.keySet());
        known.addAll(toCome);
        findings.addAll(validation.findings(read, known));
        if (!findings.isEmpty()) {
            return new Revision(List.of(), findings);
        }
        var rest = new Itinerary(variables.keySet(), variables, stage).of(read);
        return new Revision(rest, List.of());
    }
}
