package com.pitstop.billing.web;

import java.math.BigDecimal;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;

import org.jspecify.annotations.Nullable;

import com.pitstop.billing.domain.payment.Amounts;

record CaptureRequest(
        @DecimalMin("0.01") @Digits(integer = Amounts.WHOLE_DIGITS, fraction = Amounts.DECIMALS) @Nullable
        BigDecimal amount) {}
