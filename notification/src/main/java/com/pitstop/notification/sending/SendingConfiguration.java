package com.pitstop.notification.sending;

import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.pitstop.notification.NotificationSettings;

/** A mail server if one is set, and otherwise the log. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

    @Bean
    Carrier carrier(
            Optional<JavaMailSenderImpl> sender,
            @Value("${spring.mail.host:}") String host,
            MimeMails mails,
            NotificationSettings settings) {
        return sender.filter(present -> !host.isBlank())
                .<Carrier>map(present -> new MailServer(present, mails, settings.serverTimeout()))
                .orElseGet(LogOnly::new);
    }
}
