package com.pitstop.billing;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import com.pitstop.billing.domain.BillingTerms;

import static org.assertj.core.api.Assertions.assertThat;

/** How billing can be set up, and what it says when it cannot. */
class BillingSettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void usuallyEverythingHasTheStandardRate() {
        service.run(context -> {
            var terms = terms(context.getBean(BillingSettings.class));
            assertThat(terms.hourlyRate()).isEqualTo("68.00");
            assertThat(terms.daysToPay()).isEqualTo(30);
            assertThat(terms.labourVat()).isEqualByComparingTo("21");
            assertThat(terms.partsVat()).isEqualByComparingTo("21");
            assertThat(terms.seller().name()).isEqualTo("Pitstop Garage");
        });
    }

    @Test
    void labourAndPartsMayHaveRatesOfTheirOwn() {
        service.withPropertyValues(
                        "pitstop.billing.vat-rates.reduced=9",
                        "pitstop.billing.labour-vat=reduced",
                        "pitstop.billing.seller.name=Garage Smit",
                        "pitstop.billing.days-to-pay=14")
                .run(context -> {
                    var terms = terms(context.getBean(BillingSettings.class));
                    assertThat(terms.labourVat()).isEqualByComparingTo("9");
                    assertThat(terms.partsVat()).isEqualByComparingTo("21");
                    assertThat(terms.seller().name()).isEqualTo("Garage Smit");
                    assertThat(terms.seller().city()).isEqualTo("Utrecht");
                    assertThat(terms.daysToPay()).isEqualTo(14);
                });
    }

    @Test
    void theStandardRateMayChange() {
        service.withPropertyValues("pitstop.billing.vat-rates.standard=19")
                .run(context -> assertThat(
                                terms(context.getBean(BillingSettings.class)).partsVat())
                        .isEqualTo(new BigDecimal("19")));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        service.withPropertyValues(
                        "pitstop.billing.hourly-rate=0",
                        "pitstop.billing.days-to-pay=-1",
                        "pitstop.billing.vat-rates.high=101",
                        "pitstop.billing.parts-vat=none",
                        "pitstop.billing.seller.iban= ",
                        "pitstop.billing.seller.email-address=nobody")
                .run(context ->
                        assertThat(violations(context.getStartupFailure())).isEqualTo(6));
    }

    private static BillingTerms terms(BillingSettings settings) {
        return settings.terms("EUR", Clock.systemUTC());
    }

    private static long violations(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(BindValidationException.class::isInstance)
                .map(BindValidationException.class::cast)
                .mapToLong(
                        invalid -> invalid.getValidationErrors().getAllErrors().size())
                .sum();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(BillingSettings.class)
    static class Settings {}
}
