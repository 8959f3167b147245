package com.pitstop.shared.audit;

import org.axonframework.serialization.Revision;

/**
 * A command was accepted and nothing happened, since all was as it asked for.
 *
 * @param command the name of the command
 * @param subject the stream it was meant for, empty when it named none
 * @param asked the command, as JSON
 */
@Revision("1")
public record CommandChangedNothing(String command, String subject, String asked) {}
