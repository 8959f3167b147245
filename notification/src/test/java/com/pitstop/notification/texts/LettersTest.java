package com.pitstop.notification.texts;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.pitstop.notification.History;
import com.pitstop.notification.UsualSettings;
import com.pitstop.notification.domain.Language;
import com.pitstop.notification.domain.MailKind;
import com.pitstop.notification.jobs.Job;
import com.pitstop.shared.billing.InvoiceIssued;

import static org.assertj.core.api.Assertions.assertThat;

/** What mails say, in every language. */
class LettersTest {

    private static final String NAME = "Anna <Jansen> & Co";

    private final Letters letters = new Letters(UsualSettings.settings());

    static Stream<Arguments> letters() {
        return Stream.of(MailKind.values())
                .flatMap(kind -> Stream.of(Language.values()).map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void sayTheSameInPlainTextAndHtml(MailKind kind, Language language) {
        var letter = letters.write(kind, language, NAME, topic(kind));

        assertThat(letter.subject()).isNotBlank().doesNotContain("{", "\n");
        assertThat(letter.text())
                .startsWith(language == Language.EN ? "Dear " + NAME + "," : "Beste " + NAME + ",")
                .contains("Pitstop Garage", "Kanaalweg 12, 3526 KL Utrecht", "+31 30 555 0100")
                .contains(facts(kind))
                .doesNotContain("{", "\n\n\n");
        assertThat(letter.html())
                .startsWith("<!DOCTYPE html>")
                .contains("Anna &lt;Jansen&gt; &amp; Co,", "Pitstop Garage", "+31 30 555 0100")
                .contains(facts(kind))
                .doesNotContain("{{", "<Jansen>", "<script", "src=", "href=");
    }

    @Test
    void nameDaysTimesAndAmountsAsTheCustomerDoes() {
        assertThat(letters.write(MailKind.JOB_PLANNED, Language.EN, NAME, Topic.of(job("Brakes")))
                        .text())
                .contains("Tuesday 24 November 2026", "09:30 to 11:00", "KN-16-RS", "Brakes");
        assertThat(letters.write(MailKind.JOB_PLANNED, Language.NL, NAME, Topic.of(job("Remmen")))
                        .text())
                .contains("dinsdag 24 november 2026", "09:30 tot 11:00", "KN-16-RS", "Remmen");
        assertThat(letters.write(MailKind.INVOICE, Language.EN, NAME, topic(MailKind.INVOICE))
                        .text())
                .contains("€1,164.56", "Thursday 24 December 2026");
        assertThat(letters.write(MailKind.INVOICE, Language.NL, NAME, topic(MailKind.INVOICE))
                        .text())
                .contains("€\u00a01.164,56", "donderdag 24 december 2026");
    }

    @Test
    void tellWhyAJobIsCancelledIfSomebodySaid() {
        var withReason = Topic.ofCancelled(job("Brakes"), "No <parts>");
        var without = Topic.ofCancelled(job("Brakes"), " ");

        assertThat(cancelled(withReason).text()).contains("Reason: No <parts>");
        assertThat(cancelled(withReason).html()).contains("Reason: No &lt;parts&gt;");
        assertThat(cancelled(without).text()).doesNotContain("Reason");
        assertThat(cancelled(without).html()).doesNotContain("Reason");
    }

    @Test
    void tellWhatWasFoundIfAnythingWas() {
        var with = letters.write(MailKind.ADVICE, Language.EN, NAME, Topic.ofVehicle("KN-16-RS", "<Tyres> wear"));
        var without = letters.write(MailKind.ADVICE, Language.EN, NAME, Topic.ofVehicle("KN-16-RS", " "));

        assertThat(with.text()).contains("What we found: <Tyres> wear");
        assertThat(with.html()).contains("What we found: &lt;Tyres&gt; wear");
        assertThat(without.text()).doesNotContain("What we found", "\n\n\n");
        assertThat(without.html()).doesNotContain("What we found");
    }

    @Test
    void haveASubjectOfOneLineWhateverSomebodyTyped() {
        var plate = "KN-16-RS\r\nBcc: everybody@example.org\u2028X: y";
        var job = new Job(
                UUID.randomUUID(),
                UUID.randomUUID(),
                plate,
                "Brakes",
                History.DAY.atTime(9, 30),
                History.DAY.atTime(11, 0));

        for (var language : Language.values()) {
            assertThat(letters.write(MailKind.JOB_PLANNED, language, NAME, Topic.of(job))
                            .subject())
                    .endsWith("KN-16-RS Bcc: everybody@example.org X: y");
        }
    }

    @Test
    void keepTheLinesOfADescriptionAndDropWhatNobodyCanRead() {
        var letter = letters.write(MailKind.JOB_PLANNED, Language.EN, NAME, Topic.of(job("One\nTwo\u0007\u0000")));

        assertThat(letter.text()).contains("One\nTwo  ");
        assertThat(letter.html()).doesNotContain("\u0007", "\u0000");
    }

    private Letter cancelled(Topic topic) {
        return letters.write(MailKind.JOB_CANCELLED, Language.EN, NAME, topic);
    }

    private static String[] facts(MailKind kind) {
        return switch (kind) {
            case WELCOME -> new String[] {"+31 30 555 0100"};
            case INVOICE -> new String[] {"2026-000123", "KN-16-RS"};
            case INSPECTION_DUE, INSPECTION_REMINDER, INSPECTION_AGAIN -> new String[] {"KN-16-RS"};
            default -> new String[] {"KN-16-RS", "Brakes"};
        };
    }

    private static Topic topic(MailKind kind) {
        return switch (kind) {
            case WELCOME -> Topic.ofCustomer();
            case INVOICE -> Topic.of(invoice());
            case ADVICE, INSPECTION_DUE, INSPECTION_REMINDER, INSPECTION_AGAIN, DEFECTS_FOUND, UNSAFE_VEHICLE ->
                Topic.ofVehicle("KN-16-RS", "Brakes");
            default -> Topic.of(job("Brakes"));
        };
    }

    private static InvoiceIssued invoice() {
        var invoice = History.invoice(UUID.randomUUID(), "2026-000123");
        return new InvoiceIssued(
                invoice.number(),
                invoice.jobId(),
                invoice.seller(),
                invoice.customer(),
                invoice.licenseNumber(),
                invoice.description(),
                invoice.workedOn(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.currency(),
                invoice.lines(),
                invoice.net(),
                invoice.vat(),
                new BigDecimal("1164.56"));
    }

    private static Job job(String description) {
        return new Job(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "KN-16-RS",
                description,
                History.DAY.atTime(9, 30),
                History.DAY.atTime(11, 0));
    }
}
