package com.pitstop.system;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

/** Bodies of requests, and the days they are about. */
final class Requests {

    private Requests() {}

    /** The first Monday that is not past, wherever on earth this runs. */
    static LocalDate aMonday() {
        return LocalDate.now(ZoneId.of("Europe/Amsterdam")).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    static String jobsOn(LocalDate day) {
        return "/api/workshop/plannings/" + day + "/jobs";
    }

    /** The day of a job, by its address. */
    static LocalDate dayOf(String job) {
        return LocalDate.parse(job.split("/", -1)[4]);
    }

    /** The id of a job, by its address. */
    static String idOf(String job) {
        return job.substring(job.lastIndexOf('/') + 1);
    }

    static String customer(String name) {
        return customer(name, UUID.randomUUID() + "@example.com");
    }

    static String customer(String name, String emailAddress) {
        return """
                {"name": "%s", "address": "Dorpsstraat 1", "postalCode": "7413 AB", "city": "Deventer",
                 "telephoneNumber": "+31 570 555 100", "emailAddress": "%s"}""".formatted(name, emailAddress);
    }

    static String vehicle(String licenseNumber, String ownerId) {
        return """
                {"licenseNumber": "%s", "brand": "Volvo", "type": "V60", "ownerId": "%s"}""".formatted(licenseNumber, ownerId);
    }

    static String job(String licenseNumber, LocalDate day, int from, int to) {
        return """
                {"licenseNumber": "%s", "start": "%s", "end": "%s", "description": "Annual service"}""".formatted(licenseNumber, day.atTime(from, 0), day.atTime(to, 0));
    }

    static String slot(LocalDate day, int from, int to) {
        return """
                {"start": "%s", "end": "%s"}""".formatted(day.atTime(from, 0), day.atTime(to, 0));
    }

    static String completion(LocalDate day, int from, int to) {
        return """
                {"start": "%s", "end": "%s", "notes": "Done"}""".formatted(day.atTime(from, 0), day.atTime(to, 0));
    }

    /** The mail address tells by which vehicle somebody came. */
    static String onboarding(String licenseNumber, String plan) {
        return """
                {"customer": {"email": "%s", "firstName": "Noor", "lastName": "Visser", "phone": "+31655501234",
                              "address": "Kade 2", "postalCode": "7411 AA", "city": "Deventer"},
                 "vehicles": [{"licenseNumber": "%s", "brand": "Volvo", "type": "EX30"}],
                 "billing": {"plan": "%s", "paymentMethod": "CARD"}}""".formatted(Books.ownersAddress(licenseNumber), licenseNumber, plan);
    }

    static String repairOrder(String licenseNumber, String ownerId, String line, String card, LocalDate day) {
        return """
                {"customerId": "%s", "licenseNumber": "%s", "amount": 149.50, "card": "%s", "lines": [%s],
                 "preferredSlot": {"start": "%s", "end": "%s"}}""".formatted(ownerId, licenseNumber, card, line, day.atTime(9, 0), day.atTime(11, 0));
    }
}
