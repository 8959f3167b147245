package com.pitstop.gateway.routing;

import java.util.Set;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Keeps to itself what a service says to the gateway only. The correlation id is on the answer already. */
@Component
class HeadersToClient implements ResponseHttpHeadersFilter, Ordered {

    private static final Set<String> NOT_PASSED_ON =
            Set.of("server", "x-powered-by", "x-correlation-id", "proxy-connection");

    @Override
    public HttpHeaders apply(HttpHeaders input, ServerResponse response) {
        return PassedOn.without(NOT_PASSED_ON, input);
    }

    @Override
    public int getOrder() {
        return 10; // before the removal of hop-by-hop headers
    }
}
