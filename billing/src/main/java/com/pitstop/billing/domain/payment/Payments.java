package com.pitstop.billing.domain.payment;

import java.util.Optional;

import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;

/** What is open between the garage and its provider, as the payments themselves know it. To be used in a unit of work. */
public class Payments {

    private final RepositoryProvider repositories;

    public Payments(RepositoryProvider repositories) {
        this.repositories = repositories;
    }

    /** Empty as soon as an answer does not matter any more, whatever a view still shows. */
    public Optional<ProviderRequest> openRequest(PaymentId id, String key) {
        return load(id).invoke(payment -> payment.openRequest(key));
    }

    /** Whether the payment wants to be told: an open request may be pending, or unknown, for long. */
    public boolean isNews(PaymentId id, String key, Answer answer) {
        return load(id).invoke(payment -> payment.isNews(key, answer));
    }

    private Aggregate<Payment> load(PaymentId id) {
        Repository<Payment> payments = repositories.repositoryFor(Payment.class);
        return payments.load(id.toString());
    }
}
