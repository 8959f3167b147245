package com.pitstop.notification.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import com.pitstop.notification.domain.MailKind;

interface MailRepository extends JpaRepository<OutgoingMail, UUID>, JpaSpecificationExecutor<OutgoingMail> {

    /** Whom some process is writing to now. */
    @Query("select distinct mail.customerId from OutgoingMail mail where mail.claimedUntil > :now")
    List<UUID> findCustomersWrittenTo(Instant now);

    /**
     * Those that wait and are due, first what waited longest. The order is that of an index: a database that sorts all that
     * wait does it for every mail it sends.
     */
    @Query("""
            select mail.mailId from OutgoingMail mail
            where mail.status = WAITING and mail.nextAttemptAt <= :now and mail.customerId not in :except
            order by mail.status, mail.nextAttemptAt, mail.number
            """)
    List<UUID> findDue(Instant now, Collection<UUID> except, Limit limit);

    /** Waits until nobody else chooses a mail to send, in any process; until the transaction ends it is this one's turn. */
    @Query(value = "select turn_id from notification.turn for update", nativeQuery = true)
    int takeTurn();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<OutgoingMail> findLockedByMailId(UUID mailId);

    int countByCustomerIdAndSentAtAfter(UUID customerId, Instant since);

    Optional<OutgoingMail> findFirstByCustomerIdAndKindOrderByNumberDesc(UUID customerId, MailKind kind);

    int countByStatus(MailStatus status);
}
