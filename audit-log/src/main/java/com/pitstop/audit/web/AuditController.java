package com.pitstop.audit.web;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.audit.chain.Verification;
import com.pitstop.audit.chain.VerifyChain;
import com.pitstop.audit.search.AuditEntryPage;
import com.pitstop.audit.search.ListEntries;
import com.pitstop.chassis.web.Paging;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Audit", description = "Who did what, when and why, and whether that is still what was recorded")
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private final QueryGateway queries;

    AuditController(QueryGateway queries) {
        this.queries = queries;
    }

    @Operation(
            summary = "List what was recorded, newest first: all, or that of a stream such as vehicle:KN-16-RS,"
                    + " of a user, from a moment on and before another")
    @GetMapping
    AuditEntryPage list(
            @RequestParam(required = false) @Size(max = 255) @Nullable String subject,
            @RequestParam(required = false) @Size(max = 255) @Nullable String user,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @Valid @ParameterObject Paging paging) {
        var wanted = new ListEntries(subject, user, from, to, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(wanted, AuditEntryPage.class).join();
    }

    @Operation(summary = "Walk along all entries and name the first that was changed, removed, added or moved")
    @GetMapping("/verification")
    Verification verify() {
        return queries.query(new VerifyChain(), Verification.class).join();
    }
}
