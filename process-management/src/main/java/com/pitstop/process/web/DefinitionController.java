package com.pitstop.process.web;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.process.definition.Definitions;
import com.pitstop.process.definition.ProcessDefinition;
import com.pitstop.shared.NotFoundException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Process definitions", description = "What the processes of the garage look like")
@RestController
@RequestMapping("/api/process-definitions")
class DefinitionController {

    record DefinitionList(List<DefinitionItem> items) {}

    record DefinitionItem(String name, int version, List<String> steps) {

        static DefinitionItem of(ProcessDefinition definition) {
            return new DefinitionItem(definition.name(), definition.version(), definition.stepNames());
        }
    }

    /** With a picture in the language of Mermaid. */
    record DrawnDefinition(String name, int version, List<String> steps, String flowchart) {}

    private final Definitions definitions;

    DefinitionController(Definitions definitions) {
        this.definitions = definitions;
    }

    @Operation(summary = "List the definitions, in all their versions")
    @GetMapping
    DefinitionList list() {
        return new DefinitionList(
                definitions.all().stream().map(DefinitionItem::of).toList());
    }

    @Operation(summary = "Look a definition up, with a flowchart for Mermaid")
    @GetMapping("/{name}/{version}")
    DrawnDefinition show(@PathVariable String name, @PathVariable int version) {
        return definitions
                .find(name, version)
                .map(found -> new DrawnDefinition(found.name(), found.version(), found.stepNames(), found.flowchart()))
                .orElseThrow(() -> new NotFoundException(
                        "known-process-definition", "There is no definition %s@%d".formatted(name, version)));
    }
}
