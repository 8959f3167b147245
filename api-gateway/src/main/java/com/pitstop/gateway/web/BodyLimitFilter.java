package com.pitstop.gateway.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import com.pitstop.gateway.GatewaySettings;

/**
 * Takes in a request's whole body, which is small, or refuses it. So no service hears of a body that is too large, and
 * none waits for a client that sends slowly.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class BodyLimitFilter extends OncePerRequestFilter {

    private final int maximumBytes;
    private final HandlerExceptionResolver problems;

    BodyLimitFilter(
            GatewaySettings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.maximumBytes = Math.toIntExact(settings.maximumBody().toBytes());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > maximumBytes) {
            refuse(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes(maximumBytes + 1);
        if (body.length > maximumBytes) {
            refuse(request, response);
        } else {
            chain.doFilter(new TakenIn(request, body), response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) {
        var refusal = Problems.refusal(
                HttpStatus.CONTENT_TOO_LARGE, "A request body may have at most %d bytes".formatted(maximumBytes));
        problems.resolveException(request, response, null, refusal);
    }

    private static final class TakenIn extends HttpServletRequestWrapper {

        private final byte[] body;
        private final Body stream;

        TakenIn(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
            this.stream = new Body(body);
        }

        @Override
        public int getContentLength() {
            return hasBody() ? body.length : super.getContentLength();
        }

        @Override
        public long getContentLengthLong() {
            return getContentLength();
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        private boolean hasBody() {
            return body.length > 0;
        }
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is there already; nothing is left to listen to");
        }
    }
}
