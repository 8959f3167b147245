package com.pitstop.chassis.operations;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.dao.DataAccessException;

import com.pitstop.chassis.operations.EventProcessors.Status;

/**
 * {@code /actuator/processors[/{name}]} to look, {@code POST …/{name}/pause|resume|replay} to act: 202, or 503 while
 * another process does not let go of what is to be replayed. Policies are not replayed: 409. All are 503 while the
 * service's database is away.
 */
@Endpoint(id = "processors")
public class ProcessorsEndpoint {

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    /** All processors. */
    public record Processors(List<Status> processors) {}

    private final EventProcessors processors;
    private final Steering steering;

    public ProcessorsEndpoint(EventProcessors processors, Steering steering) {
        this.processors = processors;
        this.steering = steering;
    }

    @ReadOperation
    public WebEndpointResponse<@Nullable Processors> all() {
        return orNotNow(() -> new WebEndpointResponse<>(new Processors(processors.all())));
    }

    @ReadOperation
    public WebEndpointResponse<@Nullable Status> one(@Selector String name) {
        return orNotNow(() -> show(name, WebEndpointResponse.STATUS_OK));
    }

    @WriteOperation
    public WebEndpointResponse<@Nullable Status> act(@Selector String name, @Selector String action) {
        var act = action(action);
        var processor = processors.find(name);
        if (action.equals("replay")
                && processor.filter(found -> !found.supportsReset()).isPresent()) {
            return orNotNow(() -> show(name, CONFLICT));
        }
        return act == null || processor.isEmpty()
                ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND)
                : orNotNow(() -> act(act, processor.get()));
    }

    private WebEndpointResponse<@Nullable Status> act(
            Consumer<StreamingEventProcessor> act, StreamingEventProcessor processor) {
        try {
            act.accept(processor);
            return show(processor.getName(), ACCEPTED);
        } catch (UnableToClaimTokenException e) {
            return show(processor.getName(), WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
        }
    }

    private @Nullable Consumer<StreamingEventProcessor> action(String name) {
        return switch (name) {
            case "pause" -> steering::pause;
            case "resume" -> steering::resume;
            case "replay" -> steering::replay;
            default -> null;
        };
    }

    private WebEndpointResponse<@Nullable Status> show(String name, int status) {
        return processors
                .named(name)
                .map(found -> new WebEndpointResponse<@Nullable Status>(found, status))
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    private static <T> WebEndpointResponse<@Nullable T> orNotNow(Supplier<WebEndpointResponse<@Nullable T>> answer) {
        try {
            return answer.get();
        } catch (DataAccessException databaseIsAway) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
        }
    }
}
