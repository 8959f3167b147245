package com.pitstop.billing.provider;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** How much patience a provider can be given. */
class ProviderSettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void usuallyAskAgainAfterFiveSecondsAndThenLaterAndLater() {
        service.run(context -> {
            var settings = context.getBean(ProviderSettings.class);
            assertThat(IntStream.rangeClosed(1, 9).mapToObj(settings::waitAfter).map(Duration::toSeconds))
                    .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);
            assertThat(settings.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(10));
        });
    }

    /** Two connections and two answers at two seconds each, three times, and what is waited between. */
    @Test
    void leaveAQuestionTakenForLongerThanAllTriesTake() {
        service.run(context ->
                assertThat(context.getBean(ProviderSettings.class).longestTry()).isGreaterThan(Duration.ofSeconds(24)));
    }

    @Test
    void nameTheProviderUnlessItIsSimulated() {
        service.withPropertyValues("pitstop.billing.provider.simulated=false")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("url must be set where no provider is simulated"));
        service.withPropertyValues(
                        "pitstop.billing.provider.simulated=false",
                        "pitstop.billing.provider.url=https://provider.example")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ProviderSettings.class)
    static class Settings {}
}
