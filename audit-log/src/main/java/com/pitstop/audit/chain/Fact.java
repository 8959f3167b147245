package com.pitstop.audit.chain;

import java.time.Instant;

/**
 * What is recorded of one event. A text is empty where there is nothing to say.
 *
 * @param eventId identifies the event
 * @param recordedAt when it was appended, to the millisecond
 * @param kind the name of a {@link Kind}; as text, since what was tampered with must still be read
 * @param what the event by its name, or the command that led to none
 * @param command the command it came from
 * @param subject the stream it belongs to, or that the command was meant for
 * @param user who asked
 * @param correlationId the request from outside that it began with
 * @param causationId the message that directly led to it
 * @param rule what a command was refused by
 * @param payload the event, as JSON
 */
public record Fact(
        String eventId,
        Instant recordedAt,
        String kind,
        String what,
        String command,
        String subject,
        String user,
        String correlationId,
        String causationId,
        String rule,
        String payload) {}
