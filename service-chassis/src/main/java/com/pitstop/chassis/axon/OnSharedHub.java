package com.pitstop.chassis.axon;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Where other processes append events too. */
class OnSharedHub extends AnyNestedCondition {

    OnSharedHub() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("pitstop.hub.database.url")
    static class SharedDatabase {}

    @ConditionalOnProperty(name = "pitstop.hub", havingValue = "axon-server")
    static class AxonServer {}
}
