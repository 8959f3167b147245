package com.pitstop.notification.texts;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.pitstop.notification.NotificationSettings.Garage;
import com.pitstop.notification.jobs.Job;
import com.pitstop.shared.billing.InvoiceIssued;

/** What the templates fill in, all in texts of the customer's language. */
record Sheet(
        String name,
        Garage garage,
        @Nullable JobSheet job,
        @Nullable String reason,
        @Nullable InvoiceSheet invoice,
        @Nullable NoticeSheet notice) {

    record JobSheet(String licenseNumber, String description, String day, String from, String until) {

        static JobSheet of(Job job, Locale locale) {
            var time = DateTimeFormatter.ofPattern("HH:mm", locale);
            return new JobSheet(
                    job.licenseNumber(),
                    Typed.text(job.description()),
                    written(job.start().toLocalDate(), locale),
                    time.format(job.start()),
                    time.format(job.end()));
        }
    }

    record InvoiceSheet(String number, String licenseNumber, String workedOn, String total, String dueOn) {

        static InvoiceSheet of(InvoiceIssued invoice, Locale locale) {
            return new InvoiceSheet(
                    invoice.number(),
                    invoice.licenseNumber(),
                    written(invoice.workedOn(), locale),
                    money(invoice.total(), invoice.currency(), locale),
                    written(invoice.dueOn(), locale));
        }
    }

    record NoticeSheet(String licenseNumber, @Nullable String text) {

        static NoticeSheet of(Topic.Notice notice) {
            var text = notice.text();
            return new NoticeSheet(notice.licenseNumber(), text == null ? null : Typed.text(text));
        }
    }

    static Sheet of(String name, Garage garage, Topic topic, Locale locale) {
        var job = topic.job();
        var reason = topic.reason();
        var invoice = topic.invoice();
        var notice = topic.notice();
        return new Sheet(
                Typed.text(name),
                garage,
                job == null ? null : JobSheet.of(job, locale),
                reason == null ? null : Typed.text(reason),
                invoice == null ? null : InvoiceSheet.of(invoice, locale),
                notice == null ? null : NoticeSheet.of(notice));
    }

    private static String written(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(day);
    }

    private static String money(BigDecimal amount, String currency, Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(amount);
    }
}
