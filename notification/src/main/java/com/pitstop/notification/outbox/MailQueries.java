package com.pitstop.notification.outbox;

import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

import com.pitstop.chassis.persistence.Filter;

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
        Specification<OutgoingMail> asked = Specification.allOf(
                Filter.is("customerId", query.customerId()),
                Filter.is("kind", query.kind()),
                Filter.is("status", query.status()));
        return MailPage.of(mails.findAll(asked, PageRequest.of(query.page(), query.size(), NEWEST_FIRST))
                .map(OutgoingMail::asItem));
    }
}
