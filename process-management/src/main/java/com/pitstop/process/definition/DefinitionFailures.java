package com.pitstop.process.definition;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what is wrong with the definitions, where Spring Boot would print a stack trace. */
class DefinitionFailures extends AbstractFailureAnalyzer<InvalidDefinitionsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidDefinitionsException cause) {
        return new FailureAnalysis(
                "The processes cannot work as they are defined:" + System.lineSeparator() + cause.getMessage(),
                "Mend the definitions; docs/processes.md says how they are written.",
                cause);
    }
}
