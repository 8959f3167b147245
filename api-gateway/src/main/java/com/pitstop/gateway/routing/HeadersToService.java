package com.pitstop.gateway.routing;

import java.util.Set;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

import com.pitstop.gateway.web.Correlation;

/**
 * Tells a service who asks, and under which address. What a client says of that itself never gets here: Spring Cloud
 * Gateway has removed it, and Tomcat has taken it over if it is from a proxy that {@code server.tomcat.remoteip} trusts.
 */
@Component
class HeadersToService implements RequestHttpHeadersFilter, Ordered {

    private static final Set<String> NOT_PASSED_ON = Set.of("expect", "proxy-connection");

    @Override
    public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
        var http = request.servletRequest();
        var headers = PassedOn.without(NOT_PASSED_ON, input);
        headers.set(Correlation.HEADER, Correlation.of(http));
        headers.set("X-Forwarded-For", http.getRemoteAddr());
        headers.set("X-Forwarded-Proto", http.getScheme());
        headers.set("X-Forwarded-Host", http.getServerName());
        headers.set("X-Forwarded-Port", String.valueOf(http.getServerPort()));
        return headers;
    }

    @Override
    public int getOrder() {
        return 10; // after the removal of forwarded headers, before that of hop-by-hop headers
    }
}
