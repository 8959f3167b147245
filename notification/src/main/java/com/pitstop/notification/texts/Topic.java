package com.pitstop.notification.texts;

import org.jspecify.annotations.Nullable;

import com.pitstop.notification.jobs.Job;
import com.pitstop.shared.billing.InvoiceIssued;

/**
 * What a mail is about: a job, an invoice, a vehicle, or nothing but the customer.
 *
 * @param reason why a job is cancelled, if somebody said
 */
public record Topic(
        @Nullable Job job,
        @Nullable String reason,
        @Nullable InvoiceIssued invoice,
        @Nullable Notice notice) {

    /**
     * Something there is to say of a vehicle.
     *
     * @param text what somebody found, if there is anything to tell
     */
    record Notice(String licenseNumber, @Nullable String text) {}

    public static Topic ofCustomer() {
        return new Topic(null, null, null, null);
    }

    public static Topic of(Job job) {
        return new Topic(job, null, null, null);
    }

    public static Topic ofCancelled(Job job, String reason) {
        return new Topic(job, reason.isBlank() ? null : reason, null, null);
    }

    public static Topic of(InvoiceIssued invoice) {
        return new Topic(null, null, invoice, null);
    }

    public static Topic ofVehicle(String licenseNumber, String text) {
        return new Topic(null, null, null, new Notice(licenseNumber, text.isBlank() ? null : text));
    }
}
