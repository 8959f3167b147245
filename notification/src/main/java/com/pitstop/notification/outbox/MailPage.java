package com.pitstop.notification.outbox;

import java.util.List;

import org.springframework.data.domain.Page;

/** A page of mails, newest first. Pages count from 0. */
public record MailPage(List<MailItem> items, int page, int size, long totalItems, int totalPages) {

    public MailPage {
        items = List.copyOf(items);
    }

    static MailPage of(Page<MailItem> found) {
        return new MailPage(
                found.getContent(),
                found.getNumber(),
                found.getSize(),
                found.getTotalElements(),
                found.getTotalPages());
    }
}
