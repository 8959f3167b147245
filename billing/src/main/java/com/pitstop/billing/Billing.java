package com.pitstop.billing;

import java.time.Clock;
import java.util.Currency;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import com.pitstop.billing.domain.BillingTerms;
import com.pitstop.billing.domain.InvoiceBooks;
import com.pitstop.billing.domain.InvoicedJobs;
import com.pitstop.billing.domain.payment.Payments;
import com.pitstop.billing.provider.ProviderSettings;
import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.chassis.persistence.ModuleSchema;

/** Invoices what the workshop finished: a service of its own, or a part of all-in-one. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@EntityScan
@EnableJpaRepositories
@EnableConfigurationProperties({BillingSettings.class, ProviderSettings.class})
public class Billing {

    @Bean
    ModuleSchema billingSchema() {
        return new ModuleSchema("billing");
    }

    @Bean
    BillingTerms billingTerms(
            BillingSettings settings, @Value("${pitstop.garage.currency}") Currency currency, Clock garageClock) {
        return settings.terms(currency.getCurrencyCode(), garageClock);
    }

    @Bean
    InvoicedJobs invoicedJobs(EventStore eventStore) {
        return job -> eventStore.lastSequenceNumberFor(InvoicedJobs.stream(job)).isPresent();
    }

    @Bean
    InvoiceBooks invoiceBooks(org.axonframework.config.Configuration axon) {
        return new InvoiceBooks(axon::repository);
    }

    @Bean
    Payments payments(org.axonframework.config.Configuration axon) {
        return new Payments(axon::repository);
    }

    public static void main(String[] arguments) {
        Service.run(Billing.class, "billing", arguments);
    }
}
