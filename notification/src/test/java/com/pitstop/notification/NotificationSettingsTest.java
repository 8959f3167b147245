package com.pitstop.notification;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import com.pitstop.notification.domain.Language;

import static org.assertj.core.api.Assertions.assertThat;

/** How notification can be set up, and what it says when it cannot. */
class NotificationSettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void areThoseOfTheDemoUnlessSet() {
        service.run(context -> {
            var settings = context.getBean(NotificationSettings.class);
            assertThat(settings.from()).isEqualTo("garage@pitstop.example");
            assertThat(settings.domain()).isEqualTo("pitstop.example");
            assertThat(settings.language()).isEqualTo(Language.EN);
            assertThat(settings.chiefMechanic()).isEqualTo("chief.mechanic@pitstop.example");
            assertThat(settings.maxAge()).isEqualTo(Duration.ofHours(24));
            assertThat(settings.mailsPerHour()).isEqualTo(10);
            assertThat(settings.serverTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(settings.garage().name()).isEqualTo("Pitstop Garage");
        });
    }

    @Test
    void mayBeThoseOfAnotherGarage() {
        service.withPropertyValues(
                        "pitstop.notification.from=werkplaats@smit.example",
                        "pitstop.notification.language=nl",
                        "pitstop.notification.max-age=2h",
                        "pitstop.notification.garage.name=Garage Smit")
                .run(context -> {
                    var settings = context.getBean(NotificationSettings.class);
                    assertThat(settings.domain()).isEqualTo("smit.example");
                    assertThat(settings.language()).isEqualTo(Language.NL);
                    assertThat(settings.maxAge()).isEqualTo(Duration.ofHours(2));
                    assertThat(settings.garage().name()).isEqualTo("Garage Smit");
                });
    }

    @Test
    void areRefusedWhenNobodyCouldAnswerAMail() {
        refused("from=the garage", "from");
        refused("chief-mechanic=Piet", "chiefMechanic");
        refused("garage.name= ", "garage.name");
        refused("garage.address=One\r\nTwo", "garage.address");
        refused("mails-per-hour=0", "mailsPerHour");
        refused("max-age=0s", "maxAge");
        refused("server-timeout=0s", "serverTimeout");
    }

    @Test
    void areRefusedWhenAMailCouldBeSentTwiceForBeingSlow() {
        refused("claim=149s", "claim must be fifteen times server-timeout");
    }

    private void refused(String setting, String field) {
        service.withPropertyValues("pitstop.notification." + setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                BindValidationException.class,
                                failure -> assertThat(failure.getMessage()).contains(field)));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(NotificationSettings.class)
    static class Settings {}
}
