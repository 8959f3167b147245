package com.pitstop.gateway.routing;

import java.time.Duration;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.cloud.gateway.server.mvc.filter.FilterSupplier;
import org.springframework.cloud.gateway.server.mvc.filter.SimpleFilterSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

import com.pitstop.gateway.GatewaySettings;

@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    /** More than any bulkhead lets through: that is where calls are limited. */
    private static final int CONNECTIONS = 1024;

    private static final Duration WITHOUT_THE_FILTER_SERVICE = Duration.ofSeconds(5);

    @Bean
    FilterSupplier serviceFilters() {
        return new SimpleFilterSupplier(ServiceFilterFunctions.class);
    }

    @Bean
    ClientHttpRequestFactory withinTheDeadline(CloseableHttpClient client) {
        var requests = new HttpComponentsClientHttpRequestFactory(client);
        requests.setHttpContextFactory((method, uri) -> withinTheDeadline());
        return requests;
    }

    /** Passes on what it is given as it is: no redirects, cookies, unpacking or tries of its own. */
    @Bean
    CloseableHttpClient httpClient(GatewaySettings settings) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .evictIdleConnections(TimeValue.ofSeconds(10)) // sooner than the services do
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableDefaultUserAgent()
                .build();
    }

    private static HttpClientContext withinTheDeadline() {
        var left = Deadline.current().map(Deadline::left).orElse(WITHOUT_THE_FILTER_SERVICE);
        var timeout = Timeout.ofMilliseconds(Math.max(1, left.toMillis()));
        var context = HttpClientContext.create();
        context.setRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .build());
        return context;
    }
}
