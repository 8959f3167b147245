package com.pitstop.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** As much of the files with requests for the HTTP clients of IDEs as ours needs: variables, headers and bodies. */
final class HttpFile {

    /**
     * A request that says what is answered.
     *
     * @param title what it is for
     * @param status the first that the title names, 200 when it names none
     */
    record Sample(String title, int status, HttpRequest request) {}

    private static final Pattern VARIABLE = Pattern.compile("(?m)^@(\\w+) = (.*)$");
    private static final Pattern USE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern COMMENT = Pattern.compile("(?m)^# .*\\R");
    private static final Pattern BEGINNING = Pattern.compile("(?m)^### ");
    private static final Pattern STATUS = Pattern.compile("\\b[2-5]\\d\\d\\b");

    private HttpFile() {}

    static List<Sample> read(String text) {
        var variables = new HashMap<String, String>();
        VARIABLE.matcher(text).results().forEach(variable -> variables.put(variable.group(1), variable.group(2)));
        return Stream.of(BEGINNING.split(COMMENT.matcher(text).replaceAll(""), -1))
                .skip(1)
                .map(sample -> sample(filled(sample, variables)))
                .toList();
    }

    private static String filled(String text, Map<String, String> variables) {
        return USE.matcher(text).replaceAll(use -> {
            var value = variables.get(use.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing says what {{%s}} is".formatted(use.group(1)));
            }
            return value;
        });
    }

    private static Sample sample(String text) {
        var parts = text.strip().split("\\R\\R", 2);
        var lines = parts[0].lines().toList();
        var methodAndAddress = lines.get(1).split(" ", 2);
        var body =
                parts.length > 1 ? HttpRequest.BodyPublishers.ofString(parts[1]) : HttpRequest.BodyPublishers.noBody();
        var request = HttpRequest.newBuilder(URI.create(methodAndAddress[1])).method(methodAndAddress[0], body);
        lines.stream().skip(2).map(line -> line.split(": ", 2)).forEach(header -> request.header(header[0], header[1]));
        return new Sample(lines.get(0), status(lines.get(0)), request.build());
    }

    private static int status(String title) {
        return STATUS.matcher(title)
                .results()
                .findFirst()
                .map(status -> Integer.parseInt(status.group()))
                .orElse(200);
    }
}
