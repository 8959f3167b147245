package com.pitstop.audit.search;

import java.time.Instant;

import com.pitstop.audit.chain.Entry;
import com.pitstop.audit.chain.Kind;

import io.swagger.v3.oas.annotations.media.Schema;

/** An entry of the audit trail, as it is shown. The payload is JSON as text, as it went into the hash. */
public record AuditEntry(
        long number,
        Instant recordedAt,
        @Schema(implementation = Kind.class) String kind,
        String what,
        String command,
        String subject,
        String user,
        String correlationId,
        String causationId,
        String rule,
        String eventId,
        String payload,
        String previousHash,
        String hash) {

    static AuditEntry of(Entry entry) {
        var fact = entry.fact();
        return new AuditEntry(
                entry.number(),
                fact.recordedAt(),
                fact.kind(),
                fact.what(),
                fact.command(),
                fact.subject(),
                fact.user(),
                fact.correlationId(),
                fact.causationId(),
                fact.rule(),
                fact.eventId(),
                fact.payload(),
                entry.previousHash(),
                entry.hash());
    }
}
