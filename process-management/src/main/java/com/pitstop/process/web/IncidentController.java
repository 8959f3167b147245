package com.pitstop.process.web;

import jakarta.validation.Valid;

import org.axonframework.queryhandling.QueryGateway;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Paging;
import com.pitstop.process.slips.IncidentPage;
import com.pitstop.process.slips.ListIncidents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Incidents", description = "What is for a person to see to")
@RestController
@RequestMapping("/api/incidents")
class IncidentController {

    private final QueryGateway queries;

    IncidentController(QueryGateway queries) {
        this.queries = queries;
    }

    @Operation(summary = "List what is for a person to see to, the newest first; with what is over if asked for")
    @GetMapping
    IncidentPage list(
            @RequestParam(defaultValue = "false") boolean resolvedToo, @Valid @ParameterObject Paging paging) {
        var list = new ListIncidents(resolvedToo, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(list, IncidentPage.class).join();
    }
}
