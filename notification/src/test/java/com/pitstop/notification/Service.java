package com.pitstop.notification;

import java.time.Clock;
import java.util.Map;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import com.pitstop.chassis.test.TestDatabases;

/** Starts notification with the clock of a test. */
public final class Service {

    private Service() {}

    public static ConfigurableApplicationContext start(Clock clock, Map<String, Object> settings, String... more) {
        return new SpringApplicationBuilder(Notification.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clockOfTest", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(TestDatabases.arguments(settings, more));
    }
}
