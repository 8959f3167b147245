package com.pitstop.billing.paying;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

import com.pitstop.billing.payments.Questions;
import com.pitstop.billing.payments.Questions.Question;
import com.pitstop.billing.provider.ProviderSettings;
import com.pitstop.chassis.rounds.Round;
import com.pitstop.chassis.rounds.SomeAtATime;

/**
 * Looks several times a second what the provider is to be asked, and asks it, some at a time: a provider that is slow holds
 * up no processing of events, and one payment no other. Every process looks; who takes a question has it for so long that
 * all tries fit in. One that dies meanwhile leaves it to be asked again.
 */
@Component
class WhenPaymentIsAskedForThenAskProvider implements Round {

    private static final Duration TIME_TO_END = Duration.ofSeconds(15);

    private final Questions questions;
    private final Settlement settlement;
    private final Clock clock;
    private final ProviderSettings settings;
    private final SomeAtATime asking;

    WhenPaymentIsAskedForThenAskProvider(
            Questions questions, Settlement settlement, Clock garageClock, ProviderSettings settings) {
        this.questions = questions;
        this.settlement = settlement;
        this.clock = garageClock;
        this.settings = settings;
        this.asking = new SomeAtATime("ask the payment provider", "PaymentProvider", settings.atOnce());
    }

    @Override
    public String purpose() {
        return asking.purpose();
    }

    @Override
    public Duration period() {
        return settings.lookEvery();
    }

    @Override
    public void look() {
        var room = asking.room();
        if (room > 0) {
            questions.due(clock.instant(), room).forEach(this::askIfFirst);
        }
    }

    private void askIfFirst(Question question) {
        if (questions.take(question, clock.instant().plus(settings.longestTry()))) {
            asking.begin(() -> settle(question));
        }
    }

    /** One that was answered stays taken until the table shows that. */
    void settle(Question question) {
        var wait = settlement.settle(question);
        wait.ifPresent(duration -> questions.postpone(question, clock.instant().plus(duration)));
    }

    @Override
    public void finish() {
        asking.finish(TIME_TO_END);
    }

    @PreDestroy
    void close() {
        asking.close();
    }
}
