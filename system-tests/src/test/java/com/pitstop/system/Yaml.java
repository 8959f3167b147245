package com.pitstop.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YAML files of the project, with their anchors and merges resolved. */
final class Yaml {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final JsonMapper JSON = new JsonMapper();

    private Yaml() {}

    static JsonNode read(String file) {
        return JSON.valueToTree(new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(text(file)));
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dotted names of everything below, as Spring Boot would call it. */
    static Stream<String> names(JsonNode node) {
        return node.propertyStream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.getKey()), names(entry.getValue()).map(name -> entry.getKey() + "." + name)));
    }
}
