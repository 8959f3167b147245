package com.pitstop.gateway.routing;

import org.springframework.cloud.gateway.server.mvc.common.Configurable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.common.Shortcut;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The filters that routes may name in the YAML, besides those of Spring Cloud Gateway. */
public final class ServiceFilterFunctions {

    private ServiceFilterFunctions() {}

    /** {@code Service}: guards the calls of a service, so that its troubles stay its own. */
    @Shortcut("service")
    @Configurable
    public static HandlerFilterFunction<ServerResponse, ServerResponse> service(ServiceRoute route) {
        return (request, next) -> MvcUtils.getApplicationContext(request)
                .getBean(ServiceCalls.class)
                .call(route, request, next);
    }
}
