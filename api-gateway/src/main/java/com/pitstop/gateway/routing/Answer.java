package com.pitstop.gateway.routing;

import java.io.IOException;
import java.util.function.Function;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

import com.pitstop.gateway.web.Correlation;

/** The answer of a service, which keeps its place in the bulkhead until it is passed on to its last byte. */
record Answer(ServerResponse ofService, Runnable done, Function<IOException, ErrorResponseException> brokenOff)
        implements ServerResponse {

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws ServletException, IOException {
        try {
            return ofService.writeTo(request, response, context);
        } catch (IOException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            response.reset();
            response.setHeader(Correlation.HEADER, Correlation.of(request));
            throw brokenOff.apply(failure);
        } finally {
            done.run();
        }
    }

    @Override
    public HttpStatusCode statusCode() {
        return ofService.statusCode();
    }

    @Override
    public HttpHeaders headers() {
        return ofService.headers();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return ofService.cookies();
    }
}
