package com.pitstop.notification.invitation;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;

/** A calendar in lines of at most 75 bytes. The library would count characters, and may cut one in halves. */
final class FoldedLines {

    private static final int MOST_BYTES = 75;
    private static final String END = "\r\n";

    private FoldedLines() {}

    static String of(ICalendar calendar) {
        return text(calendar).lines().map(line -> folded(line) + END).collect(Collectors.joining());
    }

    private static String text(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String folded(String line) {
        var folded = new StringBuilder();
        var bytes = 0;
        for (var character : line.codePoints().mapToObj(Character::toString).toList()) {
            var more = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > MOST_BYTES) {
                folded.append(END).append(' ');
                bytes = 1;
            }
            folded.append(character);
            bytes += more;
        }
        return folded.toString();
    }
}
