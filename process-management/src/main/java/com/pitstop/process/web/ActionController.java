package com.pitstop.process.web;

import java.time.Clock;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.pitstop.process.slips.AffectedSlips;
import com.pitstop.process.slips.ListAffected;
import com.pitstop.process.slips.SlipAction;
import com.pitstop.shared.InvalidValueException;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.RuleViolatedException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES;

/** What an operator may want of many processes at once, and never of more than the operator has been told of. */
@Tag(name = "Processes")
@RestController
@RequestMapping("/api/processes/actions")
class ActionController {

    /** Which action, on which processes. */
    record PreviewRequest(
            @NotNull @JsonFormat(with = ACCEPT_CASE_INSENSITIVE_VALUES)
            SlipAction action,

            @NotNull @Valid ProcessFilter filter) {}

    /** With the count of the preview, which must not have changed. */
    record ActionRequest(
            @NotNull @JsonFormat(with = ACCEPT_CASE_INSENSITIVE_VALUES)
            SlipAction action,

            @NotBlank @Size(max = 500) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason,

            @NotNull @Min(0) @Max(MOST) Integer expected,
            @NotNull @Valid ProcessFilter filter) {}

    /**
     * What an action would touch.
     *
     * @param atMost no more than so many can be touched at once
     * @param items the oldest of them
     */
    record Preview(SlipAction action, long count, int atMost, List<AffectedSlips.Affected> items) {}

    static final int MOST = 500;
    private static final int SHOWN = 20;

    private final QueryGateway queries;
    private final SlipActions actions;
    private final Clock clock;

    ActionController(QueryGateway queries, SlipActions actions, Clock garageClock) {
        this.queries = queries;
        this.actions = actions;
        this.clock = garageClock;
    }

    @Operation(summary = "Show what an action would touch, and touch nothing")
    @PostMapping("/preview")
    Preview preview(@RequestBody @Valid PreviewRequest request) {
        var affected = affected(request.action(), request.filter(), SHOWN);
        return new Preview(request.action(), affected.count(), MOST, affected.items());
    }

    @Operation(summary = "Pause, resume, cancel, resolve, retry or skip all that the preview counted")
    @PostMapping
    ActionReport perform(@RequestBody @Valid ActionRequest request) {
        var affected = affected(request.action(), request.filter(), MOST);
        if (affected.count() != request.expected()) {
            throw new RuleViolatedException(
                    "count-as-previewed",
                    "This would touch %d processes now, and not %d".formatted(affected.count(), request.expected()));
        }
        return actions.perform(request.action(), affected.items(), request.reason());
    }

    private AffectedSlips affected(SlipAction action, ProcessFilter filter, int atMost) {
        if (filter.namesNothing()) {
            throw new InvalidValueException("filter", "A filter has to say which processes; there is none for all");
        }
        return queries.query(new ListAffected(action, filter.at(clock.instant()), atMost), AffectedSlips.class)
                .join();
    }
}
