package com.pitstop.chassis.operations;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * {@code /actuator/deadletters[/{group}]} to look, {@code POST …/{group}/retry} and {@code POST …/{group}/{id}/retry} to
 * handle again, {@code DELETE …/{group}} and {@code DELETE …/{group}/{id}} to give up.
 */
@Endpoint(id = "deadletters")
public class DeadLettersEndpoint {

    /** How many events are parked in a group. */
    public record Group(String group, long letters) {}

    /** All groups. */
    public record Groups(List<Group> groups) {}

    /** What is parked in one group. */
    public record Letters(String group, List<DeadLetters.Letter> letters) {}

    /** What an action came to: the sequences handled or the letters given up, and the letters still parked. */
    public record Outcome(int done, long remaining) {}

    private final DeadLetters deadLetters;

    public DeadLettersEndpoint(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @ReadOperation
    public Groups all() {
        return new Groups(deadLetters.groups().stream()
                .map(group -> new Group(group, deadLetters.count(group)))
                .toList());
    }

    @ReadOperation
    public @Nullable Letters one(@Selector String group) {
        return deadLetters.exists(group) ? new Letters(group, deadLetters.in(group)) : null;
    }

    @WriteOperation
    public WebEndpointResponse<@Nullable Outcome> retryAll(@Selector String group, @Selector String action) {
        return retry(group, Optional.empty(), action);
    }

    @WriteOperation
    public WebEndpointResponse<@Nullable Outcome> retryOne(
            @Selector String group, @Selector String id, @Selector String action) {
        return retry(group, Optional.of(id), action);
    }

    @DeleteOperation
    public WebEndpointResponse<@Nullable Outcome> discardAll(@Selector String group) {
        return discard(group, Optional.empty());
    }

    @DeleteOperation
    public WebEndpointResponse<@Nullable Outcome> discardOne(@Selector String group, @Selector String id) {
        return discard(group, Optional.of(id));
    }

    private WebEndpointResponse<@Nullable Outcome> retry(String group, Optional<String> id, String action) {
        if (!action.equals("retry") || !known(group, id)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        return new WebEndpointResponse<>(outcome(group, deadLetters.retry(group, id)));
    }

    private WebEndpointResponse<@Nullable Outcome> discard(String group, Optional<String> id) {
        if (!known(group, id)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        return new WebEndpointResponse<>(outcome(group, deadLetters.discard(group, id)));
    }

    private Outcome outcome(String group, int done) {
        return new Outcome(done, deadLetters.count(group));
    }

    private boolean known(String group, Optional<String> id) {
        return deadLetters.exists(group)
                && id.map(wanted -> deadLetters.in(group).stream()
                                .anyMatch(letter -> letter.id().equals(wanted)))
                        .orElse(true);
    }
}
