package com.pitstop.billing.paying;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.stereotype.Component;

import com.pitstop.billing.domain.payment.Answer;
import com.pitstop.billing.domain.payment.PaymentId;
import com.pitstop.billing.domain.payment.Payments;
import com.pitstop.billing.domain.payment.RecordAnswer;
import com.pitstop.billing.payments.Questions;
import com.pitstop.billing.payments.Questions.Question;
import com.pitstop.billing.provider.Cashier;
import com.pitstop.billing.provider.ProviderSettings;
import com.pitstop.chassis.messaging.Reactions;

/** Gets an answer to one question from the provider, if the payment itself still wants one, and tells it the payment. */
@Component
class Settlement {

    private final Payments payments;
    private final Cashier cashier;
    private final Reactions reactions;
    private final Questions questions;
    private final ProviderSettings settings;

    Settlement(
            Payments payments, Cashier cashier, Reactions reactions, Questions questions, ProviderSettings settings) {
        this.payments = payments;
        this.cashier = cashier;
        this.reactions = reactions;
        this.questions = questions;
        this.settings = settings;
    }

    /** After what time to ask again; empty when that is not necessary. */
    Optional<Duration> settle(Question question) {
        var payment = new PaymentId(question.paymentId());
        var request = apart(() -> payments.openRequest(payment, question.requestKey()));
        if (request.isEmpty()) {
            questions.forget(question.requestKey());
            return Optional.empty();
        }
        var answer = cashier.settle(request.get());
        tell(payment, question, answer);
        return answer.settles() ? Optional.empty() : Optional.of(settings.waitAfter(question.attempts() + 1));
    }

    private void tell(PaymentId payment, Question question, Answer answer) {
        if (apart(() -> payments.isNews(payment, question.requestKey(), answer))) {
            reactions.send(new RecordAnswer(payment, question.requestKey(), answer));
        }
    }

    private static <T> T apart(Supplier<T> look) {
        var work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("payment"));
        return work.executeWithResult(look::get).getPayload();
    }
}
