package com.pitstop.notification.sending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.pitstop.chassis.connection.Outage;
import com.pitstop.chassis.test.GarageClock;
import com.pitstop.chassis.test.TestDatabases;
import com.pitstop.notification.History;
import com.pitstop.notification.Service;
import com.pitstop.notification.outbox.Claims;
import com.pitstop.notification.outbox.Delivery;
import com.pitstop.notification.outbox.Outbox;

import biweekly.Biweekly;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** From the outbox to a mail server, or not, on every database the garage runs on. */
@ParameterizedClass
@EnumSource
class SendingTest {

    enum Database {
        H2,
        POSTGRESQL;

        Map<String, Object> settings() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
        }
    }

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final GarageClock CLOCK = new GarageClock("2026-11-23T08:00");

    private static ConfigurableApplicationContext service;
    private static Letterbox letterbox;
    private static Postman postman;
    private static JavaMailSenderImpl smtp;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    SendingTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        service = Service.start(
                CLOCK,
                database.settings(),
                "--spring.mail.host=127.0.0.1",
                "--pitstop.notification.server-timeout=500ms",
                "--pitstop.notification.outbox-check=1h",
                "--pitstop.notification.calendar-check=1h");
        letterbox = new Letterbox(service, CLOCK);
        postman = service.getBean(Postman.class);
        smtp = service.getBean(JavaMailSenderImpl.class);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @BeforeEach
    void aMailServer() {
        letterbox.database().update("delete from notification.mail");
        server.start();
        smtp.setPort(server.getSmtp().getPort());
        log.start();
        ((Logger) LoggerFactory.getLogger(Outage.class)).addAppender(log);
    }

    @AfterEach
    void noMailServer() {
        server.stop();
        ((Logger) LoggerFactory.getLogger(Outage.class)).detachAppender(log);
    }

    @Nested
    class AMail {

        @Test
        void arrivesWithBothTexts() throws Exception {
            var mail = letterbox.post(UUID.randomUUID(), "anna@example.org");

            postman.look();

            var message = received().get(0);
            assertThat(message.getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("Anna <anna@example.org>");
            assertThat(message.getFrom())
                    .extracting(Object::toString)
                    .containsExactly("Pitstop Garage <garage@pitstop.example>");
            assertThat(message.getSubject()).isEqualTo("Welcome");
            assertThat(message.getMessageID()).isEqualTo("<%s@pitstop.example>".formatted(mail));
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(parts(message))
                    .extracting(Part::type, Part::text)
                    .containsExactly(tuple("text/plain", "Dear Anna"), tuple("text/html", "<p>Dear Anna</p>"));
            assertThat(letterbox.status(mail)).isEqualTo("SENT");
            assertThat(letterbox.column(mail, "delivery", String.class)).isEqualTo("SMTP");
        }

        @Test
        void bringsTheCalendarOfAJobAndThePaperOfAnInvoice() throws Exception {
            var garage = new History(service, CLOCK);
            var anna = garage.registeredCustomer("Änna");
            var job = garage.plannedJob(anna);
            var number = "2026-%06d".formatted(Math.abs(anna.hashCode() % 1_000_000));
            garage.issuedInvoice(anna, number);
            await().atMost(SOON).until(() -> garage.kinds(anna).size() == 3);

            postman.look();

            assertThat(received())
                    .hasSize(3)
                    .allSatisfy(message ->
                            assertThat(message.getAllRecipients()[0].toString()).contains("nna@example.org"));
            var entry = parts(received().get(1)).get(2);
            assertThat(entry.type()).isEqualTo("text/calendar");
            assertThat(entry.name()).isEqualTo("appointment.ics");
            assertThat(Biweekly.parse(entry.text())
                            .first()
                            .getEvents()
                            .get(0)
                            .getUid()
                            .getValue())
                    .startsWith(job.toString());
            var paper = parts(received().get(2)).get(2);
            assertThat(paper.type()).isEqualTo("application/pdf");
            assertThat(paper.name()).isEqualTo(number + ".pdf");
            try (var pdf = Loader.loadPDF(paper.content())) {
                assertThat(new PDFTextStripper().getText(pdf)).contains(number, "164.56");
            }
        }

        @Test
        void isSentOnce() {
            letterbox.post();

            postman.look();
            postman.look();
            CLOCK.forward(Duration.ofDays(1));
            postman.look();

            assertThat(received()).hasSize(1);
        }

        @Test
        void goesWithTheNextRoundWhenManyGoBefore() {
            IntStream.range(0, 12).forEach(number -> letterbox.post());

            postman.look();
            assertThat(received()).hasSize(10);

            postman.look();
            assertThat(received()).hasSize(12);
        }

        @Test
        void isSentAgainWhenTheProcessThatBeganToEnded() {
            var mail = letterbox.post();
            assertThat(service.getBean(Claims.class).next()).isPresent(); // and nothing is heard of it any more

            postman.look();
            CLOCK.forward(Duration.ofMinutes(5).minusMillis(1));
            postman.look();
            assertThat(received()).isEmpty();

            CLOCK.forward(Duration.ofMillis(1));
            postman.look();
            assertThat(received()).hasSize(1);
            assertThat(letterbox.attempts(mail)).isEqualTo(2);
        }

        @Test
        void isParkedWhenItEndsEveryProcessThatBegins() {
            var mail = letterbox.post();
            for (var attempt = 1; attempt <= 8; attempt++) {
                assertThat(service.getBean(Claims.class).next()).isPresent();
                CLOCK.forward(Duration.ofMinutes(5));
            }

            postman.look();

            assertThat(received()).isEmpty();
            assertThat(letterbox.status(mail)).isEqualTo("PARKED");
        }

        @Test
        void isNotSetBackByAnAttemptThatAnotherFollowed() {
            var claims = service.getBean(Claims.class);
            var mail = letterbox.post();
            var slow = claims.next().orElseThrow();
            CLOCK.forward(Duration.ofMinutes(5));
            var quick = claims.next().orElseThrow();

            claims.refused(slow, "Too late");
            claims.failed(slow, "Too late");
            assertThat(letterbox.lastError(mail)).isNull();
            claims.sent(quick, Delivery.SMTP);
            claims.failed(quick, "Too late");

            assertThat(letterbox.status(mail)).isEqualTo("SENT");
            assertThat(letterbox.lastError(mail)).isNull();
        }
    }

    @Nested
    class AServer {

        @Test
        void thatRefusesTheRecipientIsNotAskedAgain() throws IOException {
            try (var refusing = new MailServerOfTest(Map.of("RCPT", "550 5.1.1 No such user"))) {
                smtp.setPort(refusing.port());
                var mail = letterbox.post();

                postman.look();

                assertThat(letterbox.status(mail)).isEqualTo("PARKED");
                assertThat(letterbox.attempts(mail)).isOne();
                assertThat(letterbox.lastError(mail)).isEqualTo("550 5.1.1 No such user");
                assertThat(refusing.heard()).doesNotContain("DATA");
                assertThat(log.list).isEmpty();
            }
        }

        @Test
        void isNotAskedForWhatIsNoAddress() {
            var mail = letterbox.post(UUID.randomUUID(), "anna at home");

            postman.look();

            assertThat(letterbox.status(mail)).isEqualTo("PARKED");
            assertThat(letterbox.lastError(mail)).startsWith("Not an address");
        }

        @Test
        void thatSaysLaterIsAskedAfterOneTwoFourMinutesAndSoOnEightTimes() throws IOException {
            try (var busy = new MailServerOfTest(Map.of("RCPT", "451 4.3.0 Greylisted"))) {
                smtp.setPort(busy.port());
                var mail = letterbox.post();
                postman.look();

                for (var attempt = 1; attempt < 8; attempt++) {
                    assertThat(letterbox.attempts(mail)).isEqualTo(attempt);
                    assertThat(letterbox.status(mail)).isEqualTo("WAITING");
                    CLOCK.forward(Duration.ofMinutes(1L << (attempt - 1)).minusMillis(1));
                    postman.look();
                    assertThat(letterbox.attempts(mail)).isEqualTo(attempt);
                    CLOCK.forward(Duration.ofMillis(1));
                    postman.look();
                }

                assertThat(letterbox.attempts(mail)).isEqualTo(8);
                assertThat(letterbox.status(mail)).isEqualTo("PARKED");
                assertThat(letterbox.lastError(mail)).isEqualTo("451 4.3.0 Greylisted");
                assertThat(log.list).isEmpty();
            }
        }

        @Test
        void thatSaysLaterOfTheTextIsAskedAgain() throws IOException {
            try (var busy = new MailServerOfTest(Map.of("DATA", "554 5.7.1 Looks like spam"))) {
                smtp.setPort(busy.port());
                var mail = letterbox.post();

                postman.look();

                assertThat(letterbox.status(mail)).isEqualTo("WAITING");
                assertThat(letterbox.lastError(mail)).isEqualTo("554 5.7.1 Looks like spam");
            }
        }

        @Test
        void thatIsSilentHoldsNothingUpForEver() throws IOException {
            for (var silentAt : List.of("", "RCPT", ".")) {
                try (var silent = new MailServerOfTest(Map.of(silentAt, ""))) {
                    smtp.setPort(silent.port());
                    var mail = letterbox.post();

                    postman.look();

                    assertThat(letterbox.status(mail)).isEqualTo("WAITING");
                    assertThat(letterbox.attempts(mail)).isOne();
                    assertThat(letterbox.lastError(mail)).isNotBlank();
                }
            }
            assertThat(log.list).hasSize(1);
            smtp.setPort(server.getSmtp().getPort());
            CLOCK.forward(Duration.ofMinutes(1));
            postman.look();
            assertThat(received()).hasSize(3);
        }

        @Test
        void isNotWaitedForWhenItDoesNotSayGoodBye() throws IOException {
            try (var impolite = new MailServerOfTest(Map.of("QUIT", ""))) {
                smtp.setPort(impolite.port());
                var mail = letterbox.post();

                postman.look();

                assertThat(letterbox.status(mail)).isEqualTo("SENT");
            }
        }

        @Test
        void thatIsAwayIsSaidToBeOnceAndOnceToBeBack() {
            server.stop();
            var mails = Stream.generate(letterbox::post).limit(3).toList();

            postman.look();

            assertThat(mails)
                    .allSatisfy(mail -> assertThat(letterbox.status(mail)).isEqualTo("WAITING"));
            assertThat(log.list)
                    .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
                    .singleElement()
                    .asString()
                    .startsWith("WARN The mail server cannot be reached");
            var health = service.getBean(MailHealth.class).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("waiting", 3);
            assertThat((String) health.getDetails().get("server")).startsWith("cannot be reached");

            server.start();
            smtp.setPort(server.getSmtp().getPort());
            CLOCK.forward(Duration.ofMinutes(1));
            postman.look();

            assertThat(received()).hasSize(3);
            assertThat(log.list)
                    .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
                    .hasSize(2)
                    .last()
                    .isEqualTo("INFO The mail server is reached again");
        }
    }

    @Nested
    class ACustomer {

        @Test
        void getsTenMailsWithinAnHourAndNoMore() {
            var anna = UUID.randomUUID();
            IntStream.range(0, 10).forEach(number -> letterbox.post(anna, "anna@example.org"));
            postman.look();
            CLOCK.forward(Duration.ofMinutes(59));
            var eleventh = letterbox.post(anna, "anna@example.org");
            var ofAnother = letterbox.post();
            postman.look();

            assertThat(letterbox.status(eleventh)).isEqualTo("PARKED");
            assertThat(letterbox.lastError(eleventh)).isEqualTo("The customer got 10 mails within an hour");
            assertThat(letterbox.status(ofAnother)).isEqualTo("SENT");

            CLOCK.forward(Duration.ofMinutes(1));
            var later = letterbox.post(anna, "anna@example.org");
            postman.look();
            assertThat(letterbox.status(later)).isEqualTo("SENT");
            assertThat(received()).hasSize(12);
        }

        @Test
        void isWrittenToByOneProcessAtATime() {
            var claims = service.getBean(Claims.class);
            var anna = UUID.randomUUID();
            letterbox.post(anna, "anna@example.org");
            letterbox.post(anna, "anna@example.org");
            var other = letterbox.post();

            var first = claims.next().orElseThrow();
            assertThat(claims.next())
                    .hasValueSatisfying(next -> assertThat(next.mail().mailId()).isEqualTo(other));
            assertThat(claims.next()).isEmpty();

            claims.sent(first, Delivery.SMTP);
            assertThat(claims.next()).isPresent();
        }
    }

    @Nested
    class AnOperator {

        @Test
        void releasesAMailThatTriesAgainFromZero() throws IOException {
            var mail = letterbox.post();
            try (var refusing = new MailServerOfTest(Map.of("RCPT", "550 No"))) {
                smtp.setPort(refusing.port());
                postman.look();
            }
            smtp.setPort(server.getSmtp().getPort());
            postman.look();
            assertThat(received()).isEmpty();

            service.getBean(Outbox.class).release(mail);
            assertThat(letterbox.attempts(mail)).isZero();
            postman.look();

            assertThat(received()).hasSize(1);
            assertThat(letterbox.status(mail)).isEqualTo("SENT");
        }

        @Test
        void discardsAMailForGood() {
            var mail = letterbox.post();

            service.getBean(Outbox.class).discard(mail);
            postman.look();

            assertThat(received()).isEmpty();
            assertThat(letterbox.status(mail)).isEqualTo("DISCARDED");
        }

        @Test
        void isToldTheTruthOfAMailThatLeftWhileItWasDiscarded() {
            var claims = service.getBean(Claims.class);
            var mail = letterbox.post();
            var attempt = claims.next().orElseThrow();

            service.getBean(Outbox.class).discard(mail);
            claims.sent(attempt, Delivery.SMTP);

            assertThat(letterbox.status(mail)).isEqualTo("SENT");
        }

        @Test
        void seesADiscardedMailStayDiscardedWhenItsAttemptFails() {
            var claims = service.getBean(Claims.class);
            var mail = letterbox.post();
            var attempt = claims.next().orElseThrow();

            service.getBean(Outbox.class).discard(mail);
            claims.failed(attempt, "Away");
            claims.refused(attempt, "Away");

            assertThat(letterbox.status(mail)).isEqualTo("DISCARDED");
        }
    }

    private List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    /** A leaf of a message, its bytes as characters. */
    private record Part(String type, String name, String bytes) {

        byte[] content() {
            return bytes.getBytes(StandardCharsets.ISO_8859_1);
        }

        String text() {
            return new String(content(), StandardCharsets.UTF_8).strip();
        }
    }

    private static List<Part> parts(jakarta.mail.Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof MimeMultipart several) {
            var parts = new ArrayList<Part>();
            for (var number = 0; number < several.getCount(); number++) {
                parts.addAll(parts(several.getBodyPart(number)));
            }
            return parts;
        }
        var type = part.getContentType().split(";", 2)[0].toLowerCase(Locale.ROOT);
        return List.of(new Part(
                type,
                part.getFileName(),
                new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)));
    }
}
