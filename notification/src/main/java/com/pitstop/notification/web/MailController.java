package com.pitstop.notification.web;

import java.util.UUID;

import jakarta.validation.Valid;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Paging;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.outbox.FindMail;
import com.pitstop.notification.outbox.ListMails;
import com.pitstop.notification.outbox.MailDetails;
import com.pitstop.notification.outbox.MailPage;
import com.pitstop.notification.outbox.MailStatus;
import com.pitstop.notification.outbox.Outbox;
import com.pitstop.notification.sending.MimeMails;
import com.pitstop.shared.NotFoundException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** For operators. To release or discard a mail is no command: the outbox is what this garage did, and no event tells of it. */
@Tag(name = "Mails", description = "What customers were written, and whether it left")
@RestController
@RequestMapping("/api/mails")
class MailController {

    private static final String RFC_822 = "message/rfc822";

    private final QueryGateway queries;
    private final Outbox outbox;
    private final MimeMails mails;

    MailController(QueryGateway queries, Outbox outbox, MimeMails mails) {
        this.queries = queries;
        this.outbox = outbox;
        this.mails = mails;
    }

    @Operation(summary = "List mails, newest first")
    @GetMapping
    MailPage list(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable MailKind kind,
            @RequestParam(required = false) @Nullable MailStatus status,
            @Valid @ParameterObject Paging paging) {
        var list = new ListMails(customerId, kind, status, paging.pageOrFirst(), paging.sizeOrUsual());
        return queries.query(list, MailPage.class).join();
    }

    @Operation(summary = "Look a mail up, with all that it says")
    @GetMapping("/{mailId}")
    MailDetails show(@PathVariable UUID mailId) {
        return queries.query(new FindMail(mailId), ResponseTypes.optionalInstanceOf(MailDetails.class))
                .join()
                .orElseThrow(() -> unknown(mailId));
    }

    @Operation(summary = "A mail as a file that mail programs open, with its attachments")
    @GetMapping(path = "/{mailId}/message", produces = RFC_822)
    ResponseEntity<byte[]> message(@PathVariable UUID mailId) {
        var mail = outbox.find(mailId).orElseThrow(() -> unknown(mailId));
        var file = ContentDisposition.attachment().filename(mailId + ".eml").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(RFC_822))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(mails.file(mail));
    }

    @Operation(summary = "Send a parked mail after all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{mailId}/release")
    void release(@PathVariable UUID mailId) {
        outbox.release(mailId);
    }

    @Operation(summary = "Never send a mail")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{mailId}/discard")
    void discard(@PathVariable UUID mailId) {
        outbox.discard(mailId);
    }

    private static NotFoundException unknown(UUID mailId) {
        return new NotFoundException("known-mail", "Mail %s is not known".formatted(mailId));
    }
}
