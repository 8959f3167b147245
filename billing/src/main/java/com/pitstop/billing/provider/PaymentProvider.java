package com.pitstop.billing.provider;

import java.util.Optional;

import com.pitstop.billing.domain.payment.Answer;
import com.pitstop.billing.domain.payment.ProviderRequest;

/**
 * Who moves the money of cards. A void is always possible before a capture: it also stands against an authorisation that
 * arrives there only later.
 */
interface PaymentProvider {

    /**
     * What became of what was asked under a key; empty when nothing ever was.
     *
     * @throws NoAnswerException when that cannot be told now
     */
    Optional<Answer> find(String key);

    /**
     * Asks for something. Under a key that is known already the answer is the same, and nothing is done again.
     *
     * @throws NoAnswerException when it may be done or not
     */
    Answer submit(ProviderRequest request);
}
