package com.pitstop.process.intake;

import java.util.Locale;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is taken on.
 *
 * @param blockedMailDomains of addresses that nobody can be taken on with, such as those of throw-away mailboxes
 */
@Validated
@ConfigurationProperties("pitstop.processes.intake")
record IntakeSettings(@DefaultValue Set<String> blockedMailDomains) {

    boolean blocks(String emailAddress) {
        var domain = emailAddress.substring(emailAddress.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return blockedMailDomains.stream()
                .anyMatch(blocked -> blocked.toLowerCase(Locale.ROOT).equals(domain));
    }
}
