package com.pitstop.customer.web;

import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import com.pitstop.customer.domain.DeactivateCustomer;
import com.pitstop.shared.OneLine;
import com.pitstop.shared.customer.CustomerId;

record DeactivationRequest(
        @Nullable
        @Size(max = DeactivateCustomer.REASON_LIMIT)
        @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
        String reason) {

    static DeactivationRequest orEmpty(@Nullable DeactivationRequest request) {
        return request == null ? new DeactivationRequest(null) : request;
    }

    DeactivateCustomer asCommand(UUID customerId) {
        return new DeactivateCustomer(new CustomerId(customerId), reason == null ? "" : reason);
    }
}
