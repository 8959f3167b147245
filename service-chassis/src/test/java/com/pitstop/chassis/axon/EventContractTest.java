package com.pitstop.chassis.axon;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import com.pitstop.chassis.idempotency.RequestAccepted;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Every event is stored in the shape of its contract file. A new shape is a new revision, with a file of its own. */
public class EventContractTest {

    private final Serializer serializer = Serializers.messages();
    private final JsonMapper json = new JsonMapper();

    public static Stream<Class<?>> events() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Revision.class));
        var ofKernel = scanner.findCandidateComponents("com.pitstop.shared").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
        return Stream.concat(ofKernel, Stream.of(RequestAccepted.class));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isStoredAsItsContractSays(Class<?> event) throws Exception {
        var revision = event.getAnnotation(Revision.class).value();
        var contract = new ClassPathResource("events/%s.%s.json".formatted(event.getSimpleName(), revision))
                .getContentAsString(StandardCharsets.UTF_8);

        Object loaded =
                serializer.deserialize(new SimpleSerializedObject<>(contract, String.class, event.getName(), revision));
        var stored = serializer.serialize(loaded, String.class);

        assertThat(json.readTree(stored.getData())).isEqualTo(json.readTree(contract));
        assertThat(stored.getType().getRevision()).isEqualTo(revision);
        assertThat(Arrays.stream(event.getRecordComponents()).map(component -> valueOf(component, loaded)))
                .doesNotContainNull();
    }

    @Test
    void coversTheWholePublishedLanguage() {
        assertThat(events()).hasSizeGreaterThanOrEqualTo(12).allMatch(Class::isRecord);
    }

    private static Object valueOf(java.lang.reflect.RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
