package com.pitstop.shared;

/**
 * Why the garage will not do what it was asked. The rule is a kebab-case identifier that clients may rely on; the
 * message is a sentence for a person.
 */
public abstract sealed class Refusal extends RuntimeException
        permits InvalidValueException, NotFoundException, RuleViolatedException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    Refusal(String rule, String message) {
        // Without a stack trace: a refusal is an answer, not a fault.
        super(message, null, false, false);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
