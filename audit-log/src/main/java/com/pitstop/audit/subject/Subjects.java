package com.pitstop.audit.subject;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import com.pitstop.audit.chain.Fact;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose timelines an entry belongs to: of everybody and everything that its event names, or the command that led to none. */
public final class Subjects {

    private static final JsonMapper JSON = new JsonMapper();

    /** The component of an event about a command that holds the command itself. */
    private static final String ASKED = "asked";

    /** Anything else that has the name of an id is none, and need not fit into an index. */
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final Set<Subject> found = new LinkedHashSet<>();

    private Subjects() {}

    public static Set<Subject> of(Fact fact) {
        var subjects = new Subjects();
        subjects.lookThrough(parsed(fact.payload()));
        return subjects.found;
    }

    private void lookThrough(JsonNode node) {
        node.properties().forEach(component -> look(component.getKey(), component.getValue()));
        if (node.isArray()) {
            node.forEach(this::lookThrough);
        }
    }

    private void look(String component, JsonNode node) {
        var text = textOf(node);
        if (text.isEmpty()) {
            lookThrough(node);
        } else if (component.equals(ASKED)) {
            lookThrough(parsed(text));
        } else if (ID.matcher(text).matches()) {
            SubjectKind.namedBy(component).ifPresent(kind -> found.add(new Subject(kind, text)));
        }
    }

    /** A value is its text, or in a command an object around its text. */
    private static String textOf(JsonNode node) {
        return node.isString()
                ? node.stringValue()
                : node.isObject() && node.size() == 1 ? node.path("value").asString("") : "";
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
