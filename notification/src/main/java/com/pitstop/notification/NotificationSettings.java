package com.pitstop.notification;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.pitstop.notification.domain.Language;
import com.pitstop.shared.OneLine;

/**
 * Who writes to customers, and how much. Where the mail server is, says {@code spring.mail}.
 *
 * @param from the address that mails come from
 * @param language of customers who did not choose one
 * @param chiefMechanic the address of whoever sees to unsafe vehicles
 * @param maxAge how old an event may be to still send a mail for it
 * @param mailsPerHour how many mails a customer gets within an hour; the next one is for an operator to look at
 * @param serverTimeout how long the mail server may be silent
 * @param claim after how long another process sends a mail that one began to send
 * @param retryAfter how long a mail waits that did not leave; twice as long after every further try
 * @param outboxCheck how long to wait between two looks at which mails are to be sent
 * @param mailsPerCheck how many mails leave at most between two looks: nobody is to wait for the garage because of its mails
 * @param calendarCheck how long to wait between two looks at which day it is
 */
@Validated
@ConfigurationProperties("pitstop.notification")
public record NotificationSettings(
        @DefaultValue("garage@pitstop.example") @NotBlank @Email
        String from,

        @DefaultValue("en") Language language,

        @DefaultValue("chief.mechanic@pitstop.example") @NotBlank @Email
        String chiefMechanic,

        @DefaultValue("24h") @DurationMin(minutes = 1) Duration maxAge,
        @DefaultValue("10") @Min(1) @Max(1000) int mailsPerHour,

        @DefaultValue("10s") @DurationMin(millis = 100) Duration serverTimeout,

        @DefaultValue("5m") @DurationMin(minutes = 1) Duration claim,
        @DefaultValue("1m") @DurationMin(millis = 1) Duration retryAfter,
        @DefaultValue("1s") @DurationMin(millis = 50) Duration outboxCheck,
        @DefaultValue("10") @Min(1) @Max(1000) int mailsPerCheck,
        @DefaultValue("1m") @DurationMin(millis = 50) Duration calendarCheck,
        @DefaultValue @Valid Garage garage) {

    private static final int PARTS_OF_A_CONVERSATION = 15;

    /** The garage as its mails name it: that of the demo unless set. */
    public record Garage(
            @DefaultValue("Pitstop Garage") @NotBlank @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String name,

            @DefaultValue("Kanaalweg 12, 3526 KL Utrecht")
            @NotBlank
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String address,

            @DefaultValue("+31 30 555 0100") @NotBlank @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String telephoneNumber) {}

    @AssertTrue(message = "claim must be fifteen times server-timeout: a conversation has that many parts")
    boolean isClaimLongerThanAnyConversation() {
        return claim.compareTo(serverTimeout.multipliedBy(PARTS_OF_A_CONVERSATION)) >= 0;
    }

    /** Behind the {@code @} of the address that mails come from. */
    public String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
