package com.pitstop.billing;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.pitstop.billing.domain.BillingTerms;
import com.pitstop.shared.billing.InvoiceSeller;

/**
 * What the garage charges, and what stands on its invoices. They keep what was set when they were issued.
 *
 * @param hourlyRate of labour, excluding VAT
 * @param daysToPay from the day of issue to the last day to pay
 * @param vatRates percentages by name; {@code standard} is 21 unless set
 * @param labourVat name of the rate for labour
 * @param partsVat name of the rate for parts
 */
@Validated
@ConfigurationProperties("pitstop.billing")
record BillingSettings(
        @DefaultValue("68.00") @DecimalMin("0.01") @Digits(integer = 6, fraction = 2)
        BigDecimal hourlyRate,

        @DefaultValue("30") @Min(0) @Max(365) int daysToPay,

        @DefaultValue
        Map<String, @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal> vatRates,

        @DefaultValue(STANDARD) String labourVat,
        @DefaultValue(STANDARD) String partsVat,
        @DefaultValue @Valid Seller seller) {

    private static final String STANDARD = "standard";

    /** The garage as it stands on an invoice: that of the demo unless set. */
    record Seller(
            @DefaultValue("Pitstop Garage") @NotBlank String name,
            @DefaultValue("Kanaalweg 12") @NotBlank String address,
            @DefaultValue("3526 KL") @NotBlank String postalCode,
            @DefaultValue("Utrecht") @NotBlank String city,
            @DefaultValue("NL004495445B01") @NotBlank String vatNumber,
            @DefaultValue("NL91ABNA0417164300") @NotBlank String iban,

            @DefaultValue("billing@pitstop.example") @NotBlank @Email
            String emailAddress) {

        InvoiceSeller onInvoice() {
            return new InvoiceSeller(name, address, postalCode, city, vatNumber, iban, emailAddress);
        }
    }

    BillingSettings {
        var rates = new HashMap<>(Map.of(STANDARD, new BigDecimal("21")));
        rates.putAll(vatRates);
        vatRates = Map.copyOf(rates);
    }

    @AssertTrue(message = "labour-vat and parts-vat must name one of vat-rates")
    boolean isEveryVatRateNamed() {
        return vatRates.containsKey(labourVat) && vatRates.containsKey(partsVat);
    }

    BillingTerms terms(String currency, Clock clock) {
        return new BillingTerms(
                seller.onInvoice(), currency, hourlyRate, rate(labourVat), rate(partsVat), daysToPay, clock);
    }

    private BigDecimal rate(String name) {
        return Objects.requireNonNull(vatRates.get(name));
    }
}
