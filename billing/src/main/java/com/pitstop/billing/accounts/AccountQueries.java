package com.pitstop.billing.accounts;

import java.util.Optional;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is agreed with a customer. */
@Component
class AccountQueries {

    private final AccountViewRepository accounts;

    AccountQueries(AccountViewRepository accounts) {
        this.accounts = accounts;
    }

    @QueryHandler
    Optional<BillingAccount> handle(FindBillingAccount query) {
        return accounts.findById(query.customerId()).map(AccountView::asAccount);
    }
}
