package com.pitstop.billing.domain.account;

import com.pitstop.shared.InvalidValueException;

/** Who sent the customer, such as {@code REF-AB12CD34}. */
public record ReferralCode(String value) {

    public static final String PATTERN = "REF-[A-Z0-9]{8}";

    /** Nobody did. */
    public static final ReferralCode NONE = new ReferralCode("");

    private static final int DISCOUNT_PERCENT = 20;

    public ReferralCode {
        if (!value.isEmpty() && !value.matches(PATTERN)) {
            throw new InvalidValueException("referral-code", "A referral code reads like REF-AB12CD34");
        }
    }

    /** For whoever was sent. */
    int discountPercent() {
        return value.isEmpty() ? 0 : DISCOUNT_PERCENT;
    }
}
