package com.pitstop.billing.domain.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;

import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.billing.PaymentAuthorized;
import com.pitstop.shared.billing.PaymentCaptured;
import com.pitstop.shared.billing.PaymentRefunded;
import com.pitstop.shared.billing.PaymentVoided;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever somebody asks for in whatever order, and however late, often or never orders and answers arrive: no money is
 * taken that was not set aside, or given back that was not taken. The provider here believes everything.
 */
class PaymentMoneyTest {

    private enum What {
        CAPTURE,
        CAPTURE_FOR_AN_INVOICE,
        VOID,
        REFUND,
        SEND_AN_ORDER,
        AN_ORDER_ARRIVES,
        AN_ANSWER_ARRIVES,
        NO_ANSWER_ARRIVES,
        THE_CUSTOMER_CONFIRMS
    }

    /**
     * Something that happens.
     *
     * @param which of what is under way, and which refund
     * @param cents 0 for all there is
     */
    private record Move(What what, int which, int cents) {}

    @Provide
    static Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(0, 1, 40, 60, 99, 100))
                .as(Move::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    void noMoneyIsTakenOrGivenThatIsNotThere(
            @ForAll("moves") List<Move> moves,
            @ForAll boolean captureAtOnce,
            @ForAll Answer.Outcome authorization,
            @ForAll boolean fromTheEnd) {
        var story = new Story(captureAtOnce, authorization);
        if (fromTheEnd) {
            story.goToTheEnd(); // to where it is captured, and can be refunded
        }

        moves.forEach(story::go);
        story.requireSoundMoney();
        story.goToTheEnd();

        story.requireSoundMoney();
        story.requireBooksThatAgree();
    }

    /** Does everything once per key, and never says no to a step: the garage is not to rely on that. */
    private static final class BelievingProvider {

        private final Map<String, ProviderRequest> done = new HashMap<>();
        private final Map<String, Answer> answers = new HashMap<>();
        private final Answer.Outcome authorization;

        BelievingProvider(Answer.Outcome authorization) {
            this.authorization = authorization;
        }

        Answer take(ProviderRequest order) {
            return answers.computeIfAbsent(order.key(), key -> {
                if (order.step() == Step.AUTHORIZATION) {
                    return authorize(order);
                }
                done.put(key, order);
                return Answer.DONE;
            });
        }

        private Answer authorize(ProviderRequest order) {
            if (has(Step.VOID) || authorization == Answer.Outcome.REFUSED) {
                return Answer.refused("no");
            }
            if (authorization == Answer.Outcome.PENDING) {
                return Answer.pending("url");
            }
            done.put(order.key(), order);
            return Answer.DONE;
        }

        void confirm(ProviderRequest order) {
            if (answers.getOrDefault(order.key(), Answer.UNKNOWN).outcome() == Answer.Outcome.PENDING) {
                answers.put(order.key(), has(Step.VOID) ? Answer.refused("late") : Answer.DONE);
                if (!has(Step.VOID)) {
                    done.put(order.key(), order);
                }
            }
        }

        boolean has(Step step) {
            return done.values().stream().anyMatch(order -> order.step() == step);
        }

        BigDecimal sum(Step step) {
            return done.values().stream()
                    .filter(order -> order.step() == step)
                    .map(ProviderRequest::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static final class Story {

        private static final BigDecimal ALL = new BigDecimal("1.00");

        private final PaymentId id = new PaymentId(UUID.randomUUID());
        private final List<UUID> refunds = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        private final EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        private final Repository<Payment> payments =
                EventSourcingRepository.builder(Payment.class).eventStore(store).build();
        private final List<ProviderRequest> orders = new ArrayList<>();
        private final List<RecordAnswer> answers = new ArrayList<>();
        private final BelievingProvider provider;

        Story(boolean captureAtOnce, Answer.Outcome authorization) {
            provider = new BelievingProvider(authorization);
            var money = new Money(ALL, Currency.getInstance("EUR"));
            var command = new AuthorizePayment(id, UUID.randomUUID(), "", money, new Card("card"), captureAtOnce);
            var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(command));
            work.executeWithResult(() -> payments.newInstance(() -> {
                var payment = new Payment();
                payment.handle(command);
                return payment;
            }));
        }

        void go(Move move) {
            var amount = move.cents() == 0 ? null : BigDecimal.valueOf(move.cents(), 2);
            switch (move.what()) {
                case CAPTURE -> ask(new CapturePayment(id, amount));
                case CAPTURE_FOR_AN_INVOICE ->
                    ask(new CaptureForInvoice(
                            id, "2026-00000" + move.which() % 3, BigDecimal.valueOf(move.cents() + 50, 2)));
                case VOID -> ask(new VoidPayment(id));
                case REFUND -> ask(new RefundPayment(id, refunds.get(move.which() % 3), amount));
                case SEND_AN_ORDER -> open(move.which()).ifPresent(orders::add);
                case AN_ORDER_ARRIVES -> any(orders, move).ifPresent(this::arrive);
                case AN_ANSWER_ARRIVES -> any(answers, move).ifPresent(this::ask);
                case NO_ANSWER_ARRIVES ->
                    open(move.which()).ifPresent(order -> ask(new RecordAnswer(id, order.key(), Answer.UNKNOWN)));
                case THE_CUSTOMER_CONFIRMS -> any(orders, move).ifPresent(provider::confirm);
            }
        }

        /** Everything that is under way arrives, some of it in the wrong order; then all that is open is settled. */
        void goToTheEnd() {
            List.copyOf(orders).forEach(this::arrive);
            List.copyOf(answers).forEach(this::ask);
            for (var open = open(0); open.isPresent(); open = open(0)) {
                arrive(open.get());
                provider.confirm(open.get());
                arrive(open.get());
                ask(answers.get(answers.size() - 1));
            }
        }

        void requireSoundMoney() {
            assertThat(provider.sum(Step.CAPTURE)).isLessThanOrEqualTo(provider.sum(Step.AUTHORIZATION));
            assertThat(provider.sum(Step.REFUND)).isLessThanOrEqualTo(provider.sum(Step.CAPTURE));
            assertThat(provider.has(Step.VOID) && provider.has(Step.CAPTURE)).isFalse();
            assertThat(sum(PaymentCaptured.class)).isLessThanOrEqualTo(sum(PaymentAuthorized.class));
            assertThat(sum(PaymentRefunded.class)).isLessThanOrEqualTo(sum(PaymentCaptured.class));
        }

        void requireBooksThatAgree() {
            assertThat(sum(PaymentCaptured.class)).isEqualByComparingTo(provider.sum(Step.CAPTURE));
            assertThat(sum(PaymentRefunded.class)).isEqualByComparingTo(provider.sum(Step.REFUND));
            assertThat(events().anyMatch(PaymentVoided.class::isInstance)).isEqualTo(provider.has(Step.VOID));
        }

        private void arrive(ProviderRequest order) {
            answers.add(new RecordAnswer(id, order.key(), provider.take(order)));
        }

        private void ask(Object command) {
            var message = GenericCommandMessage.asCommandMessage(command);
            var work = DefaultUnitOfWork.startAndGet(message);
            var result =
                    work.executeWithResult(() -> payments.load(id.toString()).handle(message));
            if (result.isExceptional()) {
                assertThat(result.exceptionResult()).isInstanceOf(RuleViolatedException.class);
            }
        }

        private Optional<ProviderRequest> open(int which) {
            var keys = new ArrayList<>(List.of(
                    ProviderRequest.key(id.value(), Step.AUTHORIZATION, null),
                    ProviderRequest.key(id.value(), Step.CAPTURE, null),
                    ProviderRequest.key(id.value(), Step.VOID, null)));
            refunds.forEach(refund -> keys.add(ProviderRequest.key(id.value(), Step.REFUND, refund)));
            var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("look"));
            var open = work.executeWithResult(() -> payments.load(id.toString())
                            .invoke(payment -> keys.stream()
                                    .flatMap(key -> payment.openRequest(key).stream())
                                    .toList()))
                    .getPayload();
            return open.isEmpty() ? Optional.empty() : Optional.of(open.get(which % open.size()));
        }

        private static <T> Optional<T> any(List<T> some, Move move) {
            return some.isEmpty() ? Optional.empty() : Optional.of(some.get(move.which() % some.size()));
        }

        private Stream<Object> events() {
            return store.readEvents(id.toString()).asStream().map(event -> event.getPayload());
        }

        private BigDecimal sum(Class<?> type) {
            return events().filter(type::isInstance).map(Story::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static BigDecimal amount(Object event) {
            if (event instanceof PaymentAuthorized authorized) {
                return authorized.amount();
            }
            return event instanceof PaymentCaptured captured ? captured.amount() : ((PaymentRefunded) event).amount();
        }
    }
}
