package com.pitstop.system;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import tools.jackson.databind.json.JsonMapper;

/** Every setting that Spring Boot, a service or the gateway reads, as the environment would spell it. */
final class KnownSettings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)[:}]");

    private KnownSettings() {}

    /** @param files of defaults, in YAML, whose placeholders the environment may fill too */
    static Set<String> of(String... files) throws IOException {
        var yaml = Stream.of(files).flatMap(file -> Yaml.names(Yaml.read(file)));
        var placeholders = Stream.of(files)
                .flatMap(file -> PLACEHOLDER.matcher(Yaml.text(file)).results())
                .map(found -> found.group(1));
        return Stream.concat(
                        placeholders,
                        Stream.of(yaml, ofSpring().stream(), ofOurs())
                                .flatMap(Function.identity())
                                .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")))
                .collect(Collectors.toSet());
    }

    private static List<String> ofSpring() throws IOException {
        var names = new ArrayList<String>();
        var files = KnownSettings.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        for (var file : Collections.list(files)) {
            try (var metadata = file.openStream()) {
                new JsonMapper()
                        .readTree(metadata)
                        .get("properties")
                        .forEach(property -> names.add(property.get("name").asString()));
            }
        }
        return names;
    }

    private static Stream<String> ofOurs() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("com.pitstop").stream()
                .map(found -> type(found.getBeanClassName()))
                .flatMap(type -> Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> type.getAnnotation(ConfigurationProperties.class)
                                        .value() + "." + dashed(name)));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1");
    }
}
