package com.pitstop.process.definition;

import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the processes are defined.
 *
 * @param definitions the folder, such as {@code file:/etc/pitstop/processes/}
 */
@Validated
@ConfigurationProperties("pitstop.processes")
record DefinitionSettings(
        @DefaultValue("classpath:processes/")
        @Pattern(
                regexp = "(classpath|file):.*/",
                message = "must be a folder that begins with classpath: or file: and ends with /")
        String definitions) {}
