package com.pitstop.audit.subject;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.pitstop.audit.chain.Fact;

import static com.pitstop.audit.subject.SubjectKind.CUSTOMER;
import static com.pitstop.audit.subject.SubjectKind.JOB;
import static com.pitstop.audit.subject.SubjectKind.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;

/** An entry belongs to the timelines of whom and what its payload names. */
class SubjectsTest {

    @Test
    void areNamedByAnEvent() {
        assertThat(Subjects.of(fact("""
                        {"day": "2026-11-23", "jobId": "j-1", "customerId": "c-1", "licenseNumber": "KN-16-RS"}""")))
                .containsExactlyInAnyOrder(
                        new Subject(JOB, "j-1"), new Subject(CUSTOMER, "c-1"), new Subject(VEHICLE, "KN-16-RS"));
    }

    @Test
    void areEverybodyInWhoseHandsAVehicleWas() {
        assertThat(Subjects.of(fact("""
                        {"licenseNumber": "KN-16-RS", "previousOwnerId": "c-1", "ownerId": "c-2"}""")))
                .containsExactlyInAnyOrder(
                        new Subject(VEHICLE, "KN-16-RS"), new Subject(CUSTOMER, "c-1"), new Subject(CUSTOMER, "c-2"));
    }

    @Test
    void areNamedInListsAndRecordsWithin() {
        assertThat(Subjects.of(fact("""
                        {"lines": [{"work": {"jobId": "j-1"}}, {"work": {"jobId": "j-2"}}], "total": 12}"""))).containsExactlyInAnyOrder(new Subject(JOB, "j-1"), new Subject(JOB, "j-2"));
    }

    @Test
    void areNamedByTheValuesOfACommandThatLedToNothing() {
        assertThat(Subjects.of(fact("""
                        {"command": "RegisterVehicle", "subject": "vehicle:KN-16-RS", "rule": "license-number-free",
                         "asked": "{\\"vehicleId\\":{\\"licenseNumber\\":{\\"value\\":\\"KN-16-RS\\"}},\\"owner\\":{\\"value\\":\\"c-1\\"}}"}""")))
                .containsExactlyInAnyOrder(new Subject(VEHICLE, "KN-16-RS"), new Subject(CUSTOMER, "c-1"));
    }

    @Test
    void areNobodyWhereNobodyIsNamed() {
        assertThat(Subjects.of(fact("{\"fingerprint\": \"c-1\", \"customerId\": null}")))
                .isEmpty();
        assertThat(Subjects.of(fact("not JSON"))).isEmpty();
    }

    @Test
    void areNotWhatCanBeNoId() {
        assertThat(Subjects.of(fact("""
                        {"jobId": "\\u0000", "owner": "Anna de Wit", "customerId": "%s"}""".formatted("x".repeat(65))))).isEmpty();
    }

    private static Fact fact(String payload) {
        return new Fact("e", Instant.EPOCH, "EVENT", "Event", "", "", "", "", "", "", payload);
    }
}
