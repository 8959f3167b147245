package com.pitstop.shared;

/** One line of text in any script. Control characters and halves of characters cannot be stored everywhere. */
public final class OneLine {

    public static final String PATTERN = "[^\\p{Cc}\\p{Cs}]*";

    /** What is said of a text that is not, behind the name of its field. */
    public static final String MESSAGE = "must be one line of text";

    private OneLine() {}

    /**
     * Insists on a text that says something.
     *
     * @param what the text is, such as {@code A customer's name}
     * @throws InvalidValueException {@code text-given} when it is blank, {@code text-limit} when it is no line or too long
     */
    public static void require(String what, String text, int limit) {
        if (text.isBlank()) {
            throw new InvalidValueException("text-given", what + " must not be blank");
        }
        requireAtMost(what, text, limit);
    }

    /**
     * Insists on a text that may be blank.
     *
     * @param what the text is, such as {@code A customer's name}
     * @throws InvalidValueException {@code text-limit} when it is no line or too long
     */
    public static void requireAtMost(String what, String text, int limit) {
        if (text.length() > limit || !text.matches(PATTERN)) {
            throw new InvalidValueException(
                    "text-limit", "%s must be one line of at most %d characters".formatted(what, limit));
        }
    }
}
