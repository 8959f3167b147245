package com.pitstop.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a customer finds in her mailbox, from a mail server that is not always there. */
@ExtendWith(RunningServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailStory {

    private static final String BILLING = "billing";
    private static final String NOTIFICATION = "notification";

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Services services;
    private final Books books;
    private final ServerSetup address = new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private GreenMail mailServer = new GreenMail(address);

    MailStory(Services services) {
        this.services = services;
        this.books = new Books(services);
    }

    @BeforeAll
    void open() {
        mailServer.start();
        services.tell(
                NOTIFICATION,
                Map.of(
                        "SPRING_MAIL_HOST", "127.0.0.1",
                        "SPRING_MAIL_PORT", String.valueOf(address.getPort()),
                        "PITSTOP_NOTIFICATION_RETRY_AFTER", "5s"));
        services.startAlso(BILLING, NOTIFICATION);
    }

    @AfterAll
    void close() {
        services.stopAlso(BILLING, NOTIFICATION);
        mailServer.stop();
    }

    @Test
    void aCustomerHearsOfHerJobFromThePlanToTheInvoice() throws Exception {
        var vehicle = books.vehicleTheWorkshopKnows();
        var job = books.plan(vehicle);
        books.finish(job);

        await().atMost(SOON).untilAsserted(() -> assertThat(mailbox(vehicle)).hasSize(4));
        assertThat(mailbox(vehicle).stream().map(MailStory::attachments).toList())
                .as("welcome, planned, ready, invoice")
                .satisfiesExactlyInAnyOrder(
                        none -> assertThat(none).isEmpty(),
                        planned ->
                                assertThat(planned).singleElement().asString().startsWith("text/calendar"),
                        none -> assertThat(none).isEmpty(),
                        invoice ->
                                assertThat(invoice).singleElement().asString().startsWith("application/pdf"));
    }

    @Test
    void mailsWaitWhileTheMailServerIsAwayAndNotificationIsKilledMeanwhile() throws Exception {
        mailServer.stop();
        var vehicle = books.vehicleTheWorkshopKnows();
        books.plan(vehicle);
        await("both mails were tried")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(waiting(vehicle)).hasSize(2).allMatch(attempts -> attempts > 0));

        services.kill(NOTIFICATION);
        mailServer = new GreenMail(address);
        mailServer.start();
        services.startAll();

        await().atMost(SOON).untilAsserted(() -> assertThat(waiting(vehicle)).isEmpty());
        assertThat(mailbox(vehicle)).as("welcome and planned, once each").hasSize(2);
    }

    /** How often it was tried to send each of the mails to a vehicle's owner that are still here. */
    private List<Integer> waiting(String vehicle) throws IOException, InterruptedException {
        return services.gateway()
                .get("/api/mails?status=WAITING&size=100")
                .body()
                .get("items")
                .valueStream()
                .filter(mail -> mail.get("recipient").asString().equals(Books.ownersAddress(vehicle)))
                .map(mail -> mail.get("attempts").asInt())
                .toList();
    }

    private List<MimeMessage> mailbox(String vehicle) {
        return Arrays.stream(mailServer.getReceivedMessagesForDomain(Books.ownersAddress(vehicle)))
                .toList();
    }

    private static List<String> attachments(MimeMessage message) {
        try {
            var parts = (Multipart) message.getContent();
            var attachments = new ArrayList<String>();
            for (int part = 0; part < parts.getCount(); part++) {
                BodyPart body = parts.getBodyPart(part);
                if (Part.ATTACHMENT.equalsIgnoreCase(body.getDisposition())) {
                    attachments.add(body.getContentType());
                }
            }
            return attachments;
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
