package com.pitstop.chassis.hub.axonserver;

import java.util.Map;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where Axon Server is and how it is spoken to, as its connector is told. */
class AxonServerHubTest {

    @Test
    void isOpenAndPlainUnlessToldOtherwise() {
        var connector = connector(Map.of("pitstop.hub.axon-server.servers", "axonserver"));

        assertThat(connector.getServers()).isEqualTo("axonserver");
        assertThat(connector.getContext()).isEqualTo("default");
        assertThat(connector.getToken()).isNull();
        assertThat(connector.isSslEnabled()).isFalse();
        assertThat(connector.getCertFile()).isNull();
    }

    @Test
    void takesAContextATokenAndCertificates() {
        var connector = connector(Map.of(
                "pitstop.hub.axon-server.servers", "one:8124,two:8124",
                "pitstop.hub.axon-server.context", "garage",
                "pitstop.hub.axon-server.token", "secret",
                "pitstop.hub.axon-server.tls.enabled", "true",
                "pitstop.hub.axon-server.tls.certificate-chain", "ca.pem"));

        assertThat(connector.getServers()).isEqualTo("one:8124,two:8124");
        assertThat(connector.getContext()).isEqualTo("garage");
        assertThat(connector.getToken()).isEqualTo("secret");
        assertThat(connector.isSslEnabled()).isTrue();
        assertThat(connector.getCertFile()).isEqualTo("ca.pem");
    }

    private static AxonServerConfiguration connector(Map<String, String> settings) {
        var connector = new AxonServerConfiguration();
        new Binder(new MapConfigurationPropertySource(settings))
                .bind("pitstop.hub.axon-server", AxonServerHub.class)
                .get()
                .applyTo(connector);
        return connector;
    }
}
