package com.pitstop.chassis.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import com.pitstop.chassis.axon.EventContractTest;
import com.pitstop.chassis.axon.Serializers;
import com.pitstop.shared.billing.BillingAccountOpened;
import com.pitstop.shared.workshop.MaintenanceJobFinished;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever was stored once, by its contract file, is still understood. */
class HistoryTest {

    static Stream<Resource> everyRevision() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:events/*.json"))
                .filter(contract -> classOf(contract) != null);
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void isStillRead(Resource contract) throws IOException {
        assertThat(read(contract)).isInstanceOf(classOf(contract));
    }

    @Test
    void aJobFinishedBeforePartsWereKeptAccountOfTookNone() throws IOException {
        var finished = (MaintenanceJobFinished) read(new PathMatchingResourcePatternResolver()
                .getResource("classpath:events/MaintenanceJobFinished.1.json"));

        assertThat(finished.parts()).isEmpty();
        assertThat(finished.notes()).isEqualTo("Replaced the filter");
    }

    @Test
    void anAccountOpenedBeforeThereWereTrialsPromisesNothing() throws IOException {
        var opened = (BillingAccountOpened) read(
                new PathMatchingResourcePatternResolver().getResource("classpath:events/BillingAccountOpened.1.json"));

        assertThat(opened.openedOn()).isEqualTo("1970-01-01");
        assertThat(opened.trialDays()).isZero();
        assertThat(opened.discountPercent()).isZero();
        assertThat(opened.referralCode()).isEqualTo("REF-AB12CD34");
    }

    private static Object read(Resource contract) throws IOException {
        var event = Objects.requireNonNull(classOf(contract));
        var name = Objects.requireNonNull(contract.getFilename()).split("\\.", -1);
        var stored = new GenericDomainEventEntry<>(
                "Test",
                "stream",
                0,
                "event",
                Instant.EPOCH,
                event.getName(),
                name[1],
                contract.getContentAsByteArray(),
                "{}".getBytes(StandardCharsets.UTF_8));
        var serializer = Serializers.messages();
        var upcast = upcasters()
                .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                .toList();
        assertThat(upcast)
                .singleElement()
                .satisfies(one -> assertThat(one.getType().getRevision())
                        .isEqualTo(event.getAnnotation(Revision.class).value()));
        return serializer.deserialize(upcast.get(0).getData());
    }

    private static EventUpcasterChain upcasters() {
        var chain = new EventUpcasterChain[1];
        new ApplicationContextRunner()
                .withUserConfiguration(HistoryAutoConfiguration.class)
                .run(context -> chain[0] = new EventUpcasterChain(context.getBeanProvider(EventUpcaster.class)
                        .orderedStream()
                        .toList()));
        return chain[0];
    }

    private static Class<?> classOf(Resource contract) {
        var name = Objects.requireNonNull(contract.getFilename()).split("\\.", -1)[0];
        return EventContractTest.events()
                .filter(event -> event.getSimpleName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
