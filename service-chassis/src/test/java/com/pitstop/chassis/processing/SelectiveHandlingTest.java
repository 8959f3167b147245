package com.pitstop.chassis.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiHandlerDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an event processor asks before it makes a batch of events. */
class SelectiveHandlingTest {

    private final Reader reader = new Reader();
    private final AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(
            reader,
            ClasspathParameterResolverFactory.forClass(Reader.class),
            new MultiHandlerDefinition(
                    List.of(ClasspathHandlerDefinition.forClass(Reader.class)), new SelectiveHandling()));

    @Test
    void isNotForKindsOfNoInterest() {
        assertThat(handlers.canHandleType(String.class)).isTrue();
        assertThat(handlers.canHandleType(Long.class)).isFalse();
        assertThat(handlers.canHandle(event(1L))).isFalse();
    }

    @Test
    void isForEventsOfInterestOnly() {
        assertThat(handlers.canHandle(event("unsigned"))).isFalse();
        assertThat(handlers.canHandle(signed("letter"))).isTrue();
    }

    @Test
    void changesNothingForOtherHandlers() {
        assertThat(handlers.canHandleType(Integer.class)).isTrue();
        assertThat(handlers.canHandle(event(1))).isTrue();
    }

    @Test
    void handsOverWhatIsOfInterest() throws Exception {
        handlers.handle(signed("letter"));
        handlers.handle(event("unsigned"));

        assertThat(reader.read).containsExactly("letter");
    }

    private static EventMessage<?> event(Object payload) {
        return GenericEventMessage.asEventMessage(payload);
    }

    private static EventMessage<?> signed(Object payload) {
        return event(payload).andMetaData(Map.of("signature", "A. Jansen"));
    }

    static final class Reader {

        final List<Object> read = new ArrayList<>();

        @EventHandler
        @HandlesOnly(Signed.class)
        void on(EventMessage<?> event) {
            read.add(event.getPayload());
        }

        @EventHandler
        void on(Integer number) {
            read.add(number);
        }
    }

    static final class Signed implements HandlesOnly.Interest {

        @Override
        public boolean inKind(Class<?> payloadType) {
            return payloadType == String.class;
        }

        @Override
        public boolean in(EventMessage<?> event) {
            return event.getMetaData().containsKey("signature");
        }
    }
}
