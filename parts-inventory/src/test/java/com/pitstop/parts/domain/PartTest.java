package com.pitstop.parts.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.pitstop.chassis.axon.Serializers;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.Refusal;
import com.pitstop.shared.RuleViolatedException;
import com.pitstop.shared.parts.PartDiscontinued;
import com.pitstop.shared.parts.PartPriceChanged;
import com.pitstop.shared.parts.PartRegistered;
import com.pitstop.shared.parts.PartsConsumed;
import com.pitstop.shared.parts.PartsReleased;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.parts.ReservationExpired;
import com.pitstop.shared.parts.Sku;
import com.pitstop.shared.parts.StockAdjusted;
import com.pitstop.shared.parts.StockFellBelowReorderLevel;
import com.pitstop.shared.parts.StockReceived;

import static org.assertj.core.api.Assertions.assertThat;

/** What may happen to a part, told as: given what happened, when someone asks, then this happens. */
class PartTest {

    private static final String SKU = "OIL-5W30-1L";
    private static final PartId OIL = new PartId(new Sku(SKU));
    private static final UUID RECEIPT = UUID.fromString("5c1e2c5c-6b4f-4d0e-9d2b-7a5d1f0c9a11");
    private static final UUID JOB = UUID.fromString("9b0fd1a4-3a54-4b6c-8f0e-2f6f3b8f7c22");
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration EXPIRY = Duration.ofDays(7);
    private static final Instant EXPIRES = NOW.plus(EXPIRY);

    private final AggregateTestFixture<Part> part = new AggregateTestFixture<>(Part.class);

    @BeforeEach
    void aGarageWithAClock() {
        part.registerInjectableResource(new ReservationTerms(EXPIRY, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void isKnownByItsNumberInUpperCase() {
        assertThat(new PartId(new Sku("oil-5w30-1l"))).hasToString("part:OIL-5W30-1L");
    }

    @Nested
    class RegisteringAPart {

        @Test
        void beginsWithoutAnyPieces() {
            part.givenNoPriorActivity().when(register("12.95")).expectEvents(registered(20));
        }

        @Test
        void keepsPricesToTheCent() {
            part.givenNoPriorActivity()
                    .when(register("12.9"))
                    .expectEvents(new PartRegistered(SKU, "Oil", new BigDecimal("12.90"), "EUR", 20));
        }

        @Test
        void isRefusedForANumberThatIsTaken() {
            refused(part.given(registered(20)).when(register("12.95")), "sku-free");
        }

        @Test
        void isRefusedForANumberOfAPartThatIsNotOrderedAnyMore() {
            refused(part.given(registered(20), new PartDiscontinued(SKU)).when(register("12.95")), "sku-free");
        }
    }

    @Nested
    class ChangingAPrice {

        @Test
        void tellsTheNewPrice() {
            part.given(registered(20)).when(price("13.5")).expectEvents(priceChanged("13.50"));
        }

        @Test
        void isNothingNewForTheSamePrice() {
            nothing(part.given(registered(20)).when(price("12.950")));
            nothing(part.given(registered(20), priceChanged("13.5")).when(price("13.50")));
        }

        @Test
        void isNewForAnotherCurrency() {
            part.given(registered(20))
                    .when(new ChangePartPrice(OIL, new Price(new BigDecimal("12.95"), Currency.getInstance("CHF"))))
                    .expectEvents(new PartPriceChanged(SKU, new BigDecimal("12.95"), "CHF"));
        }

        @Test
        void isRefusedForAnUnknownPart() {
            unknownPart(part.givenNoPriorActivity().when(price("13.50")));
        }
    }

    @Nested
    class DiscontinuingAPart {

        @Test
        void isNothingNewTheSecondTime() {
            part.given(registered(20)).when(new DiscontinuePart(OIL)).expectEvents(new PartDiscontinued(SKU));
            nothing(part.given(registered(20), new PartDiscontinued(SKU)).when(new DiscontinuePart(OIL)));
        }

        @Test
        void leavesItsPiecesToBeUsed() {
            part.given(registered(20), received(30), new PartDiscontinued(SKU))
                    .when(reserve("anna", 4))
                    .expectEvents(reserved("anna", 4));
        }

        @Test
        void isRefusedForAnUnknownPart() {
            unknownPart(part.givenNoPriorActivity().when(new DiscontinuePart(OIL)));
        }
    }

    @Nested
    class ReceivingStock {

        @Test
        void putsPiecesOnTheShelf() {
            part.given(registered(20)).when(receive(24)).expectEvents(received(24));
        }

        @Test
        void isRefusedForMoreThanAnyShelfHolds() {
            var full = part.given(registered(20), received(Stock.MOST - 23));
            full.when(receive(23)).expectEvents(received(23));
            refused(part.given(registered(20), received(Stock.MOST - 23)).when(receive(24)), "stock-limit");
        }

        @Test
        void isRefusedForAnUnknownPart() {
            unknownPart(part.givenNoPriorActivity().when(receive(1)));
        }
    }

    @Nested
    class AdjustingStock {

        @Test
        void correctsTheBooksUpAndDown() {
            part.given(registered(2), received(4)).when(adjust(3)).expectEvents(adjusted(3));
            part.given(registered(0), received(4)).when(adjust(-4)).expectEvents(adjusted(-4));
        }

        @Test
        void isRefusedBelowZero() {
            refused(part.given(registered(2), received(4)).when(adjust(-5)), "stock-not-negative");
        }

        @Test
        void isRefusedForPiecesThatArePromised() {
            part.given(registered(0), received(4), reserved("anna", 3))
                    .when(adjust(-1))
                    .expectEvents(adjusted(-1));
            refused(part.given(registered(0), received(4), reserved("anna", 3)).when(adjust(-2)), "stock-not-promised");
        }

        @Test
        void isRefusedForMoreThanAnyShelfHolds() {
            refused(part.given(registered(0), received(Stock.MOST)).when(adjust(1)), "stock-limit");
        }

        @Test
        void isRefusedForAnUnknownPart() {
            unknownPart(part.givenNoPriorActivity().when(adjust(1)));
        }
    }

    @Nested
    class ReservingParts {

        @Test
        void keepsThemForSevenDays() {
            part.given(registered(0), received(4)).when(reserve("anna", 4)).expectEvents(reserved("anna", 4));
        }

        @Test
        void keepsThemForAYearWhenSomebodyWillGiveThemBack() {
            part.given(registered(0), received(4))
                    .when(new ReserveParts(OIL, new ReservationId("anna"), new Quantity(4), true))
                    .expectEvents(reservedUntil("anna", 4, NOW.plus(Duration.ofDays(365))));
        }

        @Test
        void isRefusedForWhatIsPromisedToOthers() {
            refused(
                    part.given(registered(0), received(4), reserved("anna", 3)).when(reserve("bart", 2)),
                    "parts-available");
        }

        @Test
        void changesNothingWhenRepeated() {
            nothing(part.given(registered(0), received(4), reserved("anna", 3)).when(reserve("anna", 3)));
        }

        @Test
        void isRefusedForAnotherQuantity() {
            refused(
                    part.given(registered(0), received(4), reserved("anna", 3)).when(reserve("anna", 4)),
                    "reservation-unchanged");
        }

        @Test
        void isRefusedForWhatWasReleasedOrConsumed() {
            refused(
                    part.given(registered(0), received(4), reserved("anna", 3), released("anna", 3))
                            .when(reserve("anna", 3)),
                    "reservation-open");
            refused(
                    part.given(registered(0), received(9), reserved("anna", 3), consumed("anna", 3, 3))
                            .when(reserve("anna", 3)),
                    "reservation-open");
        }

        @Test
        void isPossibleAgainOnceItExpired() {
            part.given(registered(0), received(4), reserved("anna", 3), expired("anna", 3))
                    .when(reserve("anna", 2))
                    .expectEvents(reserved("anna", 2));
        }

        @Test
        void isRefusedForAnUnknownPart() {
            unknownPart(part.givenNoPriorActivity().when(reserve("anna", 1)));
        }
    }

    @Nested
    class ReleasingParts {

        @Test
        void makesThemAvailable() {
            part.given(registered(0), received(4), reserved("anna", 3))
                    .when(release("anna"))
                    .expectEvents(released("anna", 3));
            part.given(registered(0), received(4), reserved("anna", 3), released("anna", 3))
                    .when(reserve("bart", 4))
                    .expectEvents(reserved("bart", 4));
        }

        @Test
        void changesNothingTheSecondTimeOrAfterItExpired() {
            nothing(part.given(registered(0), received(4), reserved("anna", 3), released("anna", 3))
                    .when(release("anna")));
            nothing(part.given(registered(0), received(4), reserved("anna", 3), expired("anna", 3))
                    .when(release("anna")));
        }

        @Test
        void isRefusedForWhatWasConsumed() {
            refused(
                    part.given(registered(0), received(4), reserved("anna", 3), consumed("anna", 3, 3))
                            .when(release("anna")),
                    "reservation-open");
        }

        @Test
        void isRefusedForAReservationNobodyMade() {
            unknownReservation(part.given(registered(0), received(4)).when(release("anna")));
        }

        @Test
        void isRefusedForAnUnknownPart() {
            unknownPart(part.givenNoPriorActivity().when(release("anna")));
        }
    }

    @Nested
    class ExpiringAReservation {

        @Test
        void makesItsPartsAvailableFromThatMomentOn() {
            part.given(registered(0), received(4), reservedUntil("anna", 3, NOW))
                    .when(expire("anna"))
                    .expectEvents(expired("anna", 3));
        }

        @Test
        void changesNothingBeforeThatMoment() {
            nothing(part.given(registered(0), received(4), reservedUntil("anna", 3, NOW.plusNanos(1_000)))
                    .when(expire("anna")));
        }

        @Test
        void changesNothingTheSecondTimeOrForWhatIsOver() {
            nothing(part.given(registered(0), received(4), reservedUntil("anna", 3, NOW), expired("anna", 3))
                    .when(expire("anna")));
            nothing(part.given(registered(0), received(4), reservedUntil("anna", 3, NOW), consumed("anna", 3, 3))
                    .when(expire("anna")));
            nothing(part.given(registered(0), received(4)).when(expire("anna")));
        }

        @Test
        void isRefusedForAnUnknownPart() {
            unknownPart(part.givenNoPriorActivity().when(expire("anna")));
        }
    }

    @Nested
    class ConsumingAReservation {

        @Test
        void takesAllOfItFromTheShelf() {
            part.given(registered(0), received(4), reserved("anna", 3))
                    .when(consume("anna"))
                    .expectEvents(consumed("anna", 3, 3));
        }

        @Test
        void isPossibleAsLongAsNobodySaidThatItExpired() {
            part.given(registered(0), received(4), reservedUntil("anna", 3, NOW.minusSeconds(60)))
                    .when(consume("anna"))
                    .expectEvents(consumed("anna", 3, 3));
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(part.given(registered(0), received(4), reserved("anna", 3), consumed("anna", 3, 3))
                    .when(consume("anna")));
        }

        @Test
        void isRefusedForWhatWasReleasedOrExpired() {
            refused(
                    part.given(registered(0), received(4), reserved("anna", 3), released("anna", 3))
                            .when(consume("anna")),
                    "reservation-open");
            refused(
                    part.given(registered(0), received(4), reserved("anna", 3), expired("anna", 3))
                            .when(consume("anna")),
                    "reservation-open");
        }

        @Test
        void isRefusedForAReservationNobodyMade() {
            unknownReservation(part.given(registered(0), received(4)).when(consume("anna")));
        }

        @Test
        void isRefusedForAnUnknownPart() {
            unknownPart(part.givenNoPriorActivity().when(consume("anna")));
        }
    }

    @Nested
    class ConsumingPartsForAJob {

        private final String job = JOB.toString();

        @Test
        void takesWhatWasReservedForIt() {
            part.given(registered(0), received(4), reserved(job, 4))
                    .when(consume(4))
                    .expectEvents(consumed(job, 4, 4));
        }

        @Test
        void takesTheRestFromWhatIsAvailable() {
            part.given(registered(0), received(10), reserved(job, 3))
                    .when(consume(4))
                    .expectEvents(consumed(job, 4, 3));
            part.given(registered(0), received(10)).when(consume(4)).expectEvents(consumed(job, 4, 0));
        }

        @Test
        void releasesWhatIsLeftOfItsReservation() {
            part.given(registered(0), received(10), reserved(job, 4))
                    .when(consume(1))
                    .expectEvents(consumed(job, 1, 1), released(job, 3));
        }

        @Test
        void correctsTheBooksFirstWhereTheyHadTooFew() {
            part.given(registered(0), received(10), reserved("anna", 8), reserved(job, 1))
                    .when(consume(4))
                    .expectEvents(booksCorrected(2), consumed(job, 4, 1));
            part.given(registered(0)).when(consume(4)).expectEvents(booksCorrected(4), consumed(job, 4, 0));
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(part.given(registered(0), received(10), consumed(job, 4, 0)).when(consume(4)));
            nothing(part.given(registered(0), received(10), reserved(job, 4), consumed(job, 1, 1), released(job, 3))
                    .when(consume(1)));
        }

        @Test
        void countsWhatWasTakenUnderItsIdBefore() {
            part.given(registered(0), received(10), reserved(job, 3), consumed(job, 3, 3))
                    .when(consume(4))
                    .expectEvents(consumed(job, 1, 0));
        }

        @Test
        void takesWhatAnExpiredReservationNoLongerKeeps() {
            part.given(registered(0), received(4), reserved(job, 4), expired(job, 4), reserved("bart", 3))
                    .when(consume(4))
                    .expectEvents(booksCorrected(3), consumed(job, 4, 0));
        }

        @Test
        void isRefusedForAnUnknownPart() {
            unknownPart(part.givenNoPriorActivity().when(consume(4)));
        }
    }

    @Nested
    class FallingBelowTheReorderLevel {

        @Test
        void isToldOfWhateverMadeItFall() {
            part.given(registered(10), received(10))
                    .when(reserve("anna", 1))
                    .expectEvents(reserved("anna", 1), fell(9, 10));
            part.given(registered(10), received(10)).when(adjust(-2)).expectEvents(adjusted(-2), fell(8, 10));
            part.given(registered(10), received(10))
                    .when(consume(4))
                    .expectEvents(consumed(JOB.toString(), 4, 0), fell(6, 10));
        }

        @Test
        void isToldOnceUntilThereWasEnoughAgain() {
            part.given(registered(10), received(10), reserved("anna", 1), fell(9, 10))
                    .when(reserve("bart", 1))
                    .expectEvents(reserved("bart", 1));
            part.given(registered(10), received(10), reserved("anna", 2), fell(8, 10), received(1))
                    .when(reserve("bart", 1))
                    .expectEvents(reserved("bart", 1));
            part.given(registered(10), received(10), reserved("anna", 2), fell(8, 10), received(2))
                    .when(reserve("bart", 1))
                    .expectEvents(reserved("bart", 1), fell(9, 10));
        }

        @Test
        void isNotToldAtTheLevel() {
            part.given(registered(10), received(12)).when(adjust(-2)).expectEvents(adjusted(-2));
        }

        @Test
        void isNotToldWhenWhatWasReservedIsTaken() {
            part.given(registered(10), received(11), reserved("anna", 1))
                    .when(consume("anna"))
                    .expectEvents(consumed("anna", 1, 1));
        }

        @Test
        void isNotToldOfAPartThatIsNotOrderedAnyMore() {
            part.given(registered(10), received(10), new PartDiscontinued(SKU))
                    .when(adjust(-2))
                    .expectEvents(adjusted(-2));
        }
    }

    @Nested
    class ASnapshot {

        @Test
        void holdsAllThatIsKnown() {
            var oil = new Part();
            oil.on(registered(20));
            oil.on(priceChanged("13.50"));
            oil.on(received(100));
            oil.on(reserved("anna", 3));
            oil.on(reserved("bart", 4));
            oil.on(consumed("bart", 4, 4));
            oil.on(new PartDiscontinued(SKU));

            SerializedObject<byte[]> snapshot = Serializers.snapshots().serialize(oil, byte[].class);

            assertThat(Serializers.snapshots().<byte[], Part>deserialize(snapshot))
                    .usingRecursiveComparison()
                    .isEqualTo(oil);
        }

        @Test
        void doesNotGrowWithEveryReservationThereEverWas() {
            var settlements = Settlements.NONE;
            for (int number = 0; number <= Settlements.REMEMBERED; number++) {
                settlements = settlements.add("r" + number, Settlements.Outcome.CONSUMED, 1);
            }

            assertThat(settlements.latest()).hasSize(Settlements.REMEMBERED);
            assertThat(settlements.consumedBy("r0")).isZero();
            assertThat(settlements.consumedBy("r1")).isOne();
        }
    }

    private static void refused(ResultValidator<Part> result, String rule) {
        result.expectNoEvents().expectException(RuleViolatedException.class).expectException(new RuleIs(rule));
    }

    private static void unknownReservation(ResultValidator<Part> result) {
        result.expectNoEvents()
                .expectException(NotFoundException.class)
                .expectException(new RuleIs("known-reservation"));
    }

    private static void unknownPart(ResultValidator<Part> result) {
        result.expectNoEvents().expectException(AggregateNotFoundException.class);
    }

    private static void nothing(ResultValidator<Part> result) {
        result.expectNoEvents().expectSuccessfulHandlerExecution();
    }

    private static RegisterPart register(String price) {
        return new RegisterPart(OIL, "Oil", euros(price), 20);
    }

    private static ChangePartPrice price(String price) {
        return new ChangePartPrice(OIL, euros(price));
    }

    private static Price euros(String price) {
        return new Price(new BigDecimal(price), Currency.getInstance("EUR"));
    }

    private static ReceiveStock receive(int pieces) {
        return new ReceiveStock(OIL, RECEIPT, new Quantity(pieces));
    }

    private static AdjustStock adjust(int pieces) {
        return new AdjustStock(OIL, RECEIPT, pieces, "Counted");
    }

    private static ReserveParts reserve(String reservation, int pieces) {
        return new ReserveParts(OIL, new ReservationId(reservation), new Quantity(pieces));
    }

    private static ReleaseParts release(String reservation) {
        return new ReleaseParts(OIL, new ReservationId(reservation));
    }

    private static ExpireReservation expire(String reservation) {
        return new ExpireReservation(OIL, new ReservationId(reservation));
    }

    private static ConsumeReservation consume(String reservation) {
        return new ConsumeReservation(OIL, new ReservationId(reservation));
    }

    private static ConsumeParts consume(int pieces) {
        return new ConsumeParts(OIL, JOB, new Quantity(pieces));
    }

    private static PartRegistered registered(int reorderLevel) {
        return new PartRegistered(SKU, "Oil", new BigDecimal("12.95"), "EUR", reorderLevel);
    }

    private static PartPriceChanged priceChanged(String price) {
        return new PartPriceChanged(SKU, new BigDecimal(price), "EUR");
    }

    private static StockReceived received(int pieces) {
        return new StockReceived(SKU, RECEIPT, pieces);
    }

    private static StockAdjusted adjusted(int pieces) {
        return new StockAdjusted(SKU, RECEIPT, pieces, "Counted");
    }

    private static StockAdjusted booksCorrected(int pieces) {
        return new StockAdjusted(SKU, JOB, pieces, "Job %s took what the books did not have".formatted(JOB));
    }

    private static PartsReserved reserved(String reservation, int pieces) {
        return reservedUntil(reservation, pieces, EXPIRES);
    }

    private static PartsReserved reservedUntil(String reservation, int pieces, Instant expiresAt) {
        return new PartsReserved(SKU, reservation, pieces, expiresAt);
    }

    private static PartsReleased released(String reservation, int pieces) {
        return new PartsReleased(SKU, reservation, pieces);
    }

    private static ReservationExpired expired(String reservation, int pieces) {
        return new ReservationExpired(SKU, reservation, pieces);
    }

    private static PartsConsumed consumed(String reservation, int pieces, int fromReservation) {
        return new PartsConsumed(SKU, reservation, pieces, fromReservation);
    }

    private static StockFellBelowReorderLevel fell(int available, int level) {
        return new StockFellBelowReorderLevel(SKU, available, level);
    }

    /** Holds for a refusal by one particular rule. */
    private static final class RuleIs extends org.hamcrest.TypeSafeMatcher<Refusal> {

        private final String rule;

        RuleIs(String rule) {
            this.rule = rule;
        }

        @Override
        protected boolean matchesSafely(Refusal refusal) {
            return refusal.rule().equals(rule);
        }

        @Override
        public void describeTo(org.hamcrest.Description description) {
            description.appendText("a refusal by the rule ").appendValue(rule);
        }
    }
}
