package com.pitstop.chassis.rounds;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Makes every {@link Round} that a service declares. */
@AutoConfiguration
public class RoundsAutoConfiguration {

    @Bean
    Rounds rounds(ObjectProvider<Round> rounds) {
        return new Rounds(rounds.orderedStream().toList());
    }
}
