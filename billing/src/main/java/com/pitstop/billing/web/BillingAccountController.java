package com.pitstop.billing.web;

import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.billing.accounts.AccountStatus;
import com.pitstop.billing.accounts.BillingAccount;
import com.pitstop.billing.accounts.FindBillingAccount;
import com.pitstop.billing.domain.account.BillingAccountId;
import com.pitstop.billing.domain.account.BillingAddress;
import com.pitstop.billing.domain.account.CloseBillingAccount;
import com.pitstop.billing.domain.account.OpenBillingAccount;
import com.pitstop.billing.domain.account.PaymentMethod;
import com.pitstop.billing.domain.account.Plan;
import com.pitstop.billing.domain.account.ReferralCode;
import com.pitstop.billing.invoicing.KnownCustomers;
import com.pitstop.chassis.web.Submissions;
import com.pitstop.shared.NotFoundException;
import com.pitstop.shared.OneLine;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Billing accounts", description = "What is agreed with customers on how to pay")
@RestController
@RequestMapping("/api/billing-accounts")
class BillingAccountController {

    record AccountRequest(
            @NotNull UUID customerId,
            @NotNull Plan plan,
            @NotNull PaymentMethod paymentMethod,
            @Valid @Nullable AddressRequest billingAddress,

            @Pattern(regexp = ReferralCode.PATTERN, message = "must read like REF-AB12CD34") @Nullable
            String referralCode) {

        OpenBillingAccount asCommand() {
            return new OpenBillingAccount(
                    new BillingAccountId(customerId),
                    plan,
                    paymentMethod,
                    billingAddress == null ? BillingAddress.OF_THE_CUSTOMER : billingAddress.asAddress(),
                    referralCode == null ? ReferralCode.NONE : new ReferralCode(referralCode));
        }
    }

    record AddressRequest(
            @NotBlank
            @Size(max = BillingAddress.ADDRESS_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String address,

            @NotBlank
            @Size(max = BillingAddress.POSTAL_CODE_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String postalCode,

            @NotBlank
            @Size(max = BillingAddress.CITY_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String city) {

        BillingAddress asAddress() {
            return new BillingAddress(address, postalCode, city);
        }
    }

    record ClosureRequest(
            @NotBlank
            @Size(max = CloseBillingAccount.REASON_LIMIT)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String reason) {}

    record OpenedAccount(UUID customerId) {}

    private final Submissions submissions;
    private final QueryGateway queries;
    private final KnownCustomers customers;

    BillingAccountController(Submissions submissions, QueryGateway queries, KnownCustomers customers) {
        this.submissions = submissions;
        this.queries = queries;
        this.customers = customers;
    }

    @Operation(summary = "Agree with a customer on how to pay; the same again changes nothing")
    @PostMapping
    ResponseEntity<OpenedAccount> open(@RequestBody @Valid AccountRequest request) {
        var customerId = request.customerId();
        var command = request.asCommand();
        return submissions
                .creating(request)
                .send(() -> {
                    customers.require(customerId);
                    return command;
                })
                .created(
                        "/api/billing-accounts/" + customerId,
                        new OpenedAccount(customerId),
                        () -> isIn(customerId, AccountStatus.OPEN));
    }

    @Operation(summary = "What is agreed with a customer")
    @GetMapping("/{customerId}")
    BillingAccount show(@PathVariable UUID customerId) {
        return find(customerId)
                .orElseThrow(() -> new NotFoundException(
                        "known-billing-account", "No billing account of customer %s is known".formatted(customerId)));
    }

    @Operation(summary = "End what was agreed with a customer")
    @PutMapping("/{customerId}/closure")
    ResponseEntity<@Nullable Void> close(@PathVariable UUID customerId, @RequestBody @Valid ClosureRequest request) {
        return submissions
                .changing()
                .send(() -> new CloseBillingAccount(new BillingAccountId(customerId), request.reason()))
                .done(() -> isIn(customerId, AccountStatus.CLOSED));
    }

    private boolean isIn(UUID customerId, AccountStatus status) {
        return find(customerId).filter(account -> account.status() == status).isPresent();
    }

    private Optional<BillingAccount> find(UUID customerId) {
        return queries.query(new FindBillingAccount(customerId), ResponseTypes.optionalInstanceOf(BillingAccount.class))
                .join();
    }
}
