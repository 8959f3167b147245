package com.pitstop.gateway.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemReportValveTest {

    /** Pauses, as at a shutdown, when it has begun to read the request. */
    public static class PausesMeanwhile extends Http11NioProtocol {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public boolean isPaused() {
            return asked.getAndIncrement() > 0;
        }
    }

    @TempDir
    private Path folder;

    @Test
    void asksToTryAgainWhoComesWhileTomcatStops() throws Exception {
        var connector = new Connector(PausesMeanwhile.class.getName());
        connector.setPort(0);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector);
        tomcat.addContext("", null);
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass(ProblemReportValve.class.getName());
        tomcat.start();
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
                    .build();

            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.body()).contains("urn:pitstop:problem:service-unavailable", "\"status\":503");
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }
}
