package com.pitstop.process.timeline;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import com.pitstop.shared.process.AnswerIgnored;
import com.pitstop.shared.process.CompensationStarted;
import com.pitstop.shared.process.StepAnswered;
import com.pitstop.shared.process.StepUndone;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of what happened to a slip. */
class SentencesTest {

    private static final UUID SLIP = UUID.randomUUID();

    private final Sentences sentences = new Sentences();

    @Test
    void areThereForEveryEvent() {
        var events = new ClassPathScanningCandidateComponentProvider(false);
        events.addIncludeFilter(new AnnotationTypeFilter(Revision.class));

        assertThat(events.findCandidateComponents("com.pitstop.shared.process"))
                .hasSizeGreaterThan(30)
                .allMatch(event -> sentences.tell(ClassUtils.resolveClassName(event.getBeanClassName(), null)));
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
    void nameTheStepOfAnAnswer() {
        var answer = new StepAnswered(SLIP, SLIP + ":pay:2", "NOT_DONE", Map.of(), Map.of(), "", "", 0, List.of());

        assertThat(sentences.of(answer)).isEqualTo(new Told(SLIP, "pay", "The answer is not done"));
        assertThat(sentences
                        .of(new AnswerIgnored(SLIP, "what is no key", "COMPLETED", "given up"))
                        .step())
                .isEmpty();
    }
}
