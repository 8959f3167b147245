package com.pitstop.process.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the definitions when the service starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DefinitionSettings.class)
class DefinitionConfiguration {

    @Bean
    Definitions processDefinitions(DefinitionSettings settings, SpelConditions conditions) throws IOException {
        var activities = Activities.read(DefinitionFile.yaml(text(new ClassPathResource("activities.yml"))));
        var files = new PathMatchingResourcePatternResolver().getResources(settings.definitions() + "*.yml");
        return new Definitions(
                Arrays.stream(files)
                        .map(file -> new DefinitionFile(String.valueOf(file.getFilename()), text(file)))
                        .sorted(java.util.Comparator.comparing(DefinitionFile::name))
                        .toList(),
                new Validation(activities, conditions));
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
