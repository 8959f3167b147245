package com.pitstop.system;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import static java.util.stream.Collectors.toList;

/** The instructions of the project's {@code Dockerfile}, a line each. */
final class Dockerfile {

    static final Pattern PROJECTS = Pattern.compile("--projects (\\S+)");

    private final List<String> instructions = Pattern.compile("\\\\\\R\\s*")
            .matcher(Yaml.text("Dockerfile"))
            .replaceAll("")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    /** The images that it builds upon. */
    List<String> bases() {
        return of("FROM").map(base -> base.split(" ", 2)[0]).toList();
    }

    /** The modules that it builds. */
    List<String> modules() {
        return of("RUN")
                .flatMap(run -> PROJECTS.matcher(run).results())
                .flatMap(found -> Stream.of(found.group(1).split(",")))
                .collect(toList());
    }

    /** What it does with a jar: unpacks it, and rehearses a start. */
    List<String> commands() {
        return of("RUN").filter(run -> run.startsWith("java ")).toList();
    }

    /** What its images run. */
    List<String> entrypoint() {
        return new JsonMapper()
                .readTree(of("ENTRYPOINT").findFirst().orElseThrow())
                .valueStream()
                .map(word -> word.asString())
                .toList();
    }

    private Stream<String> of(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1));
    }
}
