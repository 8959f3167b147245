package com.pitstop.process.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import com.pitstop.chassis.idempotency.RequestAccepted;
import com.pitstop.process.domain.Participants;
import com.pitstop.shared.audit.CommandRefused;
import com.pitstop.shared.notification.ContactPreferencesReset;
import com.pitstop.shared.parts.PartsReserved;
import com.pitstop.shared.process.AnswerIgnored;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.ParticipantPaused;
import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.process.StepRequested;
import com.pitstop.shared.process.StepRetryScheduled;
import com.pitstop.shared.process.StepUndone;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of what happened to a slip. */
class SentencesTest {

    private static final UUID SLIP = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Sentences sentences = new Sentences();

    @Test
    void areThereForEveryEvent() {
        var events = new ClassPathScanningCandidateComponentProvider(false);
        events.addIncludeFilter(new AnnotationTypeFilter(Revision.class));

        assertThat(events.findCandidateComponents("com.pitstop.shared.process").stream()
                        .map(event -> ClassUtils.resolveClassName(event.getBeanClassName(), null))
                        .filter(SentencesTest::isAboutASlip))
                .hasSizeGreaterThan(30)
                .allMatch(sentences::tell);
    }

    private static boolean isAboutASlip(Class<?> event) {
        return Stream.of(event.getRecordComponents())
                .anyMatch(component -> component.getName().equals("trackingNumber"));
    }

    @Test
    void areNotThereForWhatIsNotAboutASlip() {
        assertThat(sentences.tell(String.class)).isFalse();
    }

    @Test
    void sayWhyIfThereIsAReason() {
        assertThat(sentences.of(new CompensationStarted(SLIP, "declined", false, List.of("pay", "reserve"))))
                .isEqualTo(new Told(SLIP, "", "Undoing pay, reserve: declined"));
        assertThat(sentences.of(new CompensationStarted(SLIP, "", false, List.of())))
                .isEqualTo(new Told(SLIP, "", "There is nothing to undo"));
        assertThat(sentences.of(new StepUndone(SLIP, "pay", SLIP + ":pay:undo:1", false)))
                .isEqualTo(new Told(SLIP, "pay", "Of pay there was nothing to undo"));
    }

    @Test
    void sayUntilWhenAPauseLasts() {
        assertThat(sentences
                        .of(new StepRetryScheduled(
                                SLIP, "pay", 0, Participants.UNTIL_RESUMED, "billing is paused", false))
                        .sentence())
                .isEqualTo("pay is tried again once its participant is resumed: billing is paused");
    }

    @Test
    void nameProcessManagementAsPeopleDo() {
        assertThat(sentences
                        .of(new StepRequested(
                                SLIP,
                                SLIP + ":place-order:1",
                                "place-order",
                                1,
                                "process",
                                "place-order",
                                Map.of(),
                                NOW))
                        .sentence())
                .isEqualTo("process management is asked for place-order, attempt 1");
    }

    @Test
    void areMadeOfItsNameForWhatAContextDid() {
        assertThat(DeedSentences.of(new ContactPreferencesReset(SLIP))).isEqualTo("Contact preferences reset");
        assertThat(DeedSentences.of(new PartsReserved("PADS-1", "r", 2, NOW))).isEqualTo("2 of PADS-1 are kept");
        assertThat(DeedSentences.context(PartsReserved.class)).isEqualTo("parts");
    }

    @Test
    void areNotThereForWhatIsOnlyOnRecord() {
        assertThat(DeedSentences.tell(PartsReserved.class)).isTrue();
        assertThat(DeedSentences.tell(CommandRefused.class)).isFalse();
        assertThat(DeedSentences.tell(ParticipantPaused.class)).isFalse();
        assertThat(DeedSentences.tell(RequestAccepted.class)).isFalse();
    }

    @Test
    void nameTheStepOfAnAnswer() {
        var answer = new StepAnswered(SLIP, SLIP + ":pay:2", "NOT_DONE", Map.of(), Map.of(), "", "", 0, List.of());

        assertThat(sentences.of(answer)).isEqualTo(new Told(SLIP, "pay", "The answer is not done"));
        assertThat(sentences
                        .of(new AnswerIgnored(SLIP, "what is no key", "COMPLETED", "given up"))
                        .step())
                .isEmpty();
    }
}
