package com.pitstop.chassis.hub.axonserver;

import java.io.File;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Axon Server in which services keep their events together and over which their instances share commands.
 *
 * @param servers one or more of its nodes, with the port of gRPC unless it is 8124
 * @param context what Axon Server calls the store of one system
 * @param token the application's, where access control is on
 * @param tls whether and how the connection is encrypted
 */
@Validated
@ConfigurationProperties("pitstop.hub.axon-server")
record AxonServerHub(
        @DefaultValue("")
        @Pattern(
                regexp = "[^\\s:,]+(:\\d{1,5})?(\\s*,\\s*[^\\s:,]+(:\\d{1,5})?)*",
                message = "must name Axon Server, as in axonserver:8124 or one:8124,two:8124")
        String servers,

        @DefaultValue("default") @Pattern(regexp = "\\S+", message = "must be the name of a context")
        String context,

        @Nullable String token,
        @DefaultValue @Valid Tls tls) {

    /**
     * How the connection is encrypted.
     *
     * @param certificateChain a PEM file with the certificates to trust; without it those that Java trusts
     */
    record Tls(
            @DefaultValue("false") boolean enabled,
            @Nullable File certificateChain) {

        @AssertTrue(message = "must be a file that can be read")
        boolean isCertificateChainReadable() {
            return certificateChain == null || certificateChain.canRead();
        }
    }

    void applyTo(AxonServerConfiguration connector) {
        connector.setServers(servers);
        connector.setContext(context);
        connector.setToken(token == null || token.isBlank() ? null : token);
        connector.setSslEnabled(tls.enabled());
        connector.setCertFile(
                tls.certificateChain() == null ? null : tls.certificateChain().getPath());
    }
}
