package com.pitstop.notification;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** The settings of a garage that set nothing. */
public final class UsualSettings {

    private UsualSettings() {}

    public static NotificationSettings settings() {
        return Binder.get(new MockEnvironment()).bindOrCreate("pitstop.notification", NotificationSettings.class);
    }
}
