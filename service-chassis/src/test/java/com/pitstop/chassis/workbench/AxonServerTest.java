package com.pitstop.chassis.workbench;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The promises on a real Axon Server. Whatever its context holds stays there; the tests only add to it. */
@Tag("axon-server")
@EnabledIfSystemProperty(
        named = AxonServerTest.SERVERS,
        matches = ".+",
        disabledReason = "Not run, since it needs a running Axon Server: mvn verify -Paxon-server -D"
                + AxonServerTest.SERVERS + "=host:port")
class AxonServerTest extends AxonServerPromises {

    static final String SERVERS = "pitstop.hub.axon-server.servers";

    @Override
    String servers() {
        return System.getProperty(SERVERS);
    }
}
