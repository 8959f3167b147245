package com.pitstop.notification.outbox;

import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Answers what was written to customers, and whether it left. */
@Component
class MailQueries {

    private static final Sort NEWEST_FIRST = Sort.by("number").descending();

    private final MailRepository mails;

    MailQueries(MailRepository mails) {
        this.mails = mails;
    }

    @QueryHandler
    Optional<MailDetails> handle(FindMail query) {
        return mails.findById(query.mailId()).map(OutgoingMail::asDetails);
    }

    @QueryHandler
    MailPage handle(ListMails query) {
        var asked = Specification.allOf(
                is("customerId", query.customerId()), is("kind", query.kind()), is("status", query.status()));
        return MailPage.of(mails.findAll(asked, PageRequest.of(query.page(), query.size(), NEWEST_FIRST))
                .map(OutgoingMail::asItem));
    }

    private static Specification<OutgoingMail> is(String attribute, @Nullable Object value) {
        return value == null
                ? Specification.unrestricted()
                : (mail, query, where) -> where.equal(mail.get(attribute), value);
    }
}
