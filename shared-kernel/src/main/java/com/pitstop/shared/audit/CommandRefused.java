package com.pitstop.shared.audit;

import org.axonframework.serialization.Revision;

/**
 * A command was refused, and nothing else happened.
 *
 * @param command the name of the command
 * @param subject the stream it was meant for, empty when it named none
 * @param rule what it was refused by
 * @param message the same as a sentence for a person
 * @param asked the command, as JSON
 */
@Revision("1")
public record CommandRefused(String command, String subject, String rule, String message, String asked) {}
