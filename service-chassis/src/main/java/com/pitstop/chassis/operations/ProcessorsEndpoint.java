package com.pitstop.chassis.operations;

import java.util.List;
import java.util.function.BiConsumer;

import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import com.pitstop.chassis.operations.EventProcessors.Status;

/** {@code /actuator/processors[/{name}]} to look, {@code POST …/{name}/pause|resume|replay} to act:
 * 202, or 503 while another process does not let go of what is to be replayed. */
@Endpoint(id = "processors")
public class ProcessorsEndpoint {

    /** All processors. */
    public record Processors(List<Status> processors) {}

    private final EventProcessors processors;

    public ProcessorsEndpoint(EventProcessors processors) {
        this.processors = processors;
    }

    @ReadOperation
    public Processors all() {
        return new Processors(processors.all());
    }

    @ReadOperation
    public @Nullable Status one(@Selector String name) {
        return processors.named(name).orElse(null);
    }

    @WriteOperation
    public WebEndpointResponse<@Nullable Status> act(@Selector String name, @Selector String action) {
        var act = action(action);
        if (act == null || processors.find(name).isEmpty()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        try {
            act.accept(processors, name);
        } catch (UnableToClaimTokenException e) {
            return new WebEndpointResponse<>(processors.named(name).orElse(null), 503);
        }
        return new WebEndpointResponse<>(processors.named(name).orElse(null), 202);
    }

    private static @Nullable BiConsumer<EventProcessors, String> action(String name) {
        return switch (name) {
            case "pause" -> EventProcessors::pause;
            case "resume" -> EventProcessors::resume;
            case "replay" -> EventProcessors::replay;
            default -> null;
        };
    }
}
