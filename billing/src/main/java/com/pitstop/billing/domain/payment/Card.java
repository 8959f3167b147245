package com.pitstop.billing.domain.payment;

import java.util.regex.Pattern;

import com.pitstop.shared.InvalidValueException;

/** What the provider's page calls a customer's card. The garage never learns its number, and refuses to. */
public record Card(String token) {

    public static final String PATTERN = "(?!.*(?:\\d[_-]?){13})[A-Za-z0-9_-]{1,64}";

    /** What is said of another text, behind the name of its field: not what the text was. */
    public static final String MESSAGE = "must be what the payment provider calls the card, never a card number";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public Card {
        if (!SHAPE.matcher(token).matches()) {
            throw new InvalidValueException("card-token", "A card " + MESSAGE);
        }
    }
}
