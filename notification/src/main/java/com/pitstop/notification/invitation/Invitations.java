package com.pitstop.notification.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;

import org.springframework.stereotype.Component;

import com.pitstop.notification.NotificationSettings;
import com.pitstop.notification.jobs.Job;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;

/**
 * Writes entries for calendars (RFC 5545), one per job and the same for as long as there is the job: a calendar knows it by its
 * UID, and takes the one with the highest sequence.
 */
@Component
public class Invitations {

    private static final String PRODUCT = "-//Pitstop//Pitstop//EN";

    private final NotificationSettings settings;
    private final ZoneId zone;

    Invitations(NotificationSettings settings, Clock garageClock) {
        this.settings = settings;
        this.zone = garageClock.getZone();
    }

    /**
     * To come at these hours, also instead of those of an invitation before.
     *
     * @param guest the customer's mail address
     * @param sequence higher than that of any invitation before
     */
    public String invite(Job job, String guest, long sequence, Instant written) {
        return write(Method.request(), Status.confirmed(), job, guest, sequence, written);
    }

    /** Not to come after all. */
    public String cancel(Job job, String guest, long sequence, Instant written) {
        return write(Method.cancel(), Status.cancelled(), job, guest, sequence, written);
    }

    private String write(Method method, Status status, Job job, String guest, long sequence, Instant written) {
        var entry = new VEvent();
        entry.setUid(job.jobId() + "@" + settings.domain());
        entry.setSequence(Math.toIntExact(sequence));
        entry.setDateTimeStamp(Date.from(written));
        entry.setDateStart(moment(job.start()), true);
        entry.setDateEnd(moment(job.end()), true);
        entry.setSummary("%s: %s".formatted(settings.garage().name(), job.licenseNumber()));
        entry.setDescription(job.description());
        entry.setLocation(settings.garage().address());
        entry.setOrganizer(new Organizer(null, settings.from()));
        entry.addAttendee(guest(guest));
        entry.setStatus(status);
        return text(method, entry);
    }

    /** Who need not answer. */
    private static Attendee guest(String emailAddress) {
        var guest = new Attendee(null, emailAddress);
        guest.setRsvp(false);
        return guest;
    }

    private static String text(Method method, VEvent entry) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(method);
        calendar.addEvent(entry);
        return FoldedLines.of(calendar);
    }

    private Date moment(LocalDateTime local) {
        return Date.from(local.atZone(zone).toInstant());
    }
}
