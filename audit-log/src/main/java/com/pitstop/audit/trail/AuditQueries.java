package com.pitstop.audit.trail;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.criteria.Predicate;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import com.pitstop.audit.chain.Verification;
import com.pitstop.audit.chain.VerifyChain;
import com.pitstop.audit.search.AuditEntryPage;
import com.pitstop.audit.search.ListEntries;
import com.pitstop.audit.search.ListTimeline;

import static java.util.Objects.requireNonNull;

/** Answers what was recorded, and whether it still is. */
@Component
class AuditQueries {

    private static final Sort OLDEST_FIRST = Sort.by("number");

    private final EntryRepository entries;
    private final StoredChain chain;

    /** Of the database as it is at one moment, whatever is added or rebuilt meanwhile. */
    private final TransactionTemplate oneView;

    AuditQueries(EntryRepository entries, StoredChain chain, PlatformTransactionManager transactionManager) {
        this.entries = entries;
        this.chain = chain;
        oneView = new TransactionTemplate(transactionManager);
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneView.setReadOnly(true);
    }

    @QueryHandler
    AuditEntryPage handle(ListEntries query) {
        var page = PageRequest.of(query.page(), query.size(), OLDEST_FIRST.descending());
        return AuditEntryPage.of(entries.findAll(matching(query), page).map(EntryView::asEntry));
    }

    @QueryHandler
    AuditEntryPage handle(ListTimeline query) {
        var page = PageRequest.of(query.page(), query.size(), OLDEST_FIRST);
        return AuditEntryPage.of(entries.findAll(matching(query), page).map(EntryView::asEntry));
    }

    @QueryHandler
    Verification handle(VerifyChain query) {
        return requireNonNull(oneView.execute(transaction -> Verification.of(chain)));
    }

    private static Specification<EntryView> matching(ListEntries wanted) {
        return (entry, query, where) -> where.and(given(Stream.of(
                Optional.ofNullable(wanted.subject()).map(subject -> where.equal(entry.get("subject"), subject)),
                Optional.ofNullable(wanted.user()).map(user -> where.equal(entry.get("user"), user)),
                Optional.ofNullable(wanted.from())
                        .map(from -> where.greaterThanOrEqualTo(entry.get("recordedAt"), from)),
                Optional.ofNullable(wanted.to()).map(to -> where.lessThan(entry.get("recordedAt"), to)))));
    }

    private static Specification<EntryView> matching(ListTimeline wanted) {
        return (entry, query, where) -> {
            var subject = entry.join("subjects");
            return where.and(given(Stream.of(
                    Optional.of(where.equal(subject.get("kind"), wanted.kind())),
                    Optional.of(where.equal(subject.get("id"), wanted.id())),
                    Optional.ofNullable(wanted.asOf())
                            .map(asOf -> where.lessThanOrEqualTo(entry.get("recordedAt"), asOf)))));
        };
    }

    private static Predicate[] given(Stream<Optional<Predicate>> conditions) {
        return conditions.flatMap(Optional::stream).toArray(Predicate[]::new);
    }
}
