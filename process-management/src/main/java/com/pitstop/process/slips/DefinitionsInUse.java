package com.pitstop.process.slips;

import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import com.pitstop.process.definition.Definitions;
import com.pitstop.process.definition.InvalidDefinitionsException;

/** Refuses to start without a definition that slips still go by. */
@Component
class DefinitionsInUse implements SmartInitializingSingleton {

    private final SlipViewRepository slips;
    private final Definitions definitions;

    DefinitionsInUse(SlipViewRepository slips, Definitions definitions) {
        this.slips = slips;
        this.definitions = definitions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var missing = slips.definitionsInUse().stream()
                .map(row -> missing((String) row[0], (Integer) row[1]))
                .flatMap(Optional::stream)
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidDefinitionsException(missing);
        }
    }

    private Optional<String> missing(String process, int version) {
        if (definitions.find(process, version).isPresent()) {
            return Optional.empty();
        }
        var some = slips.findFirst20ByProcessAndProcessVersionAndEndedAtIsNull(process, version).stream()
                .map(slip -> slip.getId().toString())
                .collect(Collectors.joining(", "));
        return Optional.of(
                "%1$s@%2$d.yml is not there any more, and slips still go by it: %3$s; put it back until they are over"
                        .formatted(process, version, some));
    }
}
