package com.pitstop.audit.search;

import java.util.List;

import org.springframework.data.domain.Page;

import com.pitstop.audit.chain.Entry;

/** A page of the audit trail. Pages count from 0. */
public record AuditEntryPage(List<AuditEntry> items, int page, int size, long totalItems, int totalPages) {

    public static AuditEntryPage of(Page<Entry> entries) {
        return new AuditEntryPage(
                entries.map(AuditEntry::of).getContent(),
                entries.getNumber(),
                entries.getSize(),
                entries.getTotalElements(),
                entries.getTotalPages());
    }
}
