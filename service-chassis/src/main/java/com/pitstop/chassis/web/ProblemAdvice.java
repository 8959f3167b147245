package com.pitstop.chassis.web;

import java.beans.PropertyEditorSupport;
import java.util.List;
import java.util.Optional;

import jakarta.validation.ConstraintViolationException;

import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import com.pitstop.chassis.messaging.Causes;
import com.pitstop.chassis.messaging.Refused;
import com.pitstop.chassis.messaging.Setback;
import com.pitstop.chassis.web.BodyLimitFilter.BodyTooLargeException;
import com.pitstop.chassis.web.Problems.FieldError;
import com.pitstop.shared.Refusal;

import tools.jackson.core.JacksonException;

/** Every failure of a request as a problem: what was wrong for the client, nothing about how it is built inside. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @InitBinder
    void parametersAreStorableToo(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                if (!StorableText.isStorable(text)) {
                    throw new IllegalArgumentException("Not storable");
                }
                setValue(text);
            }
        });
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(Refusal refusal, WebRequest request) {
        return answer(Problems.refused(Refused.of(refusal)), refusal, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> failed(CommandExecutionException failure, WebRequest request) {
        return failure.<Object>getDetails().orElse(null) instanceof Refused refused
                ? answer(Problems.refused(refused), failure, request)
                : unexpected(failure, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unavailable(TemporarilyUnavailableException failure, WebRequest request) {
        return unavailable(Setback.UNAVAILABLE, failure, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException mismatch, WebRequest request) {
        return invalid(WrongFields.of(mismatch), mismatch, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> violated(ConstraintViolationException violated, WebRequest request) {
        return invalid(WrongFields.of(violated), violated, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> tooLarge(BodyTooLargeException tooLarge, WebRequest request) {
        var problem = Problems.of(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
        return answer(problem, tooLarge, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        var setback = Setback.of(failure);
        if (setback.isPresent()) {
            return unavailable(setback.get(), failure, request);
        }
        LOG.error("Answered 500", failure);
        var problem = Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong that should not have");
        return answer(problem, failure, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(WrongFields.of(invalid.getBindingResult()), invalid, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(WrongFields.of(invalid), invalid, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var tooLarge = causeOf(unreadable, BodyTooLargeException.class);
        if (tooLarge.isPresent()) {
            return tooLarge(tooLarge.get(), request);
        }
        return causeOf(unreadable, JacksonException.class)
                .map(WrongFields::of)
                .filter(errors -> !errors.isEmpty())
                .map(errors -> invalid(errors, unreadable, request))
                .orElseGet(() -> answer(
                        Problems.of(HttpStatus.BAD_REQUEST, "The body is missing or is not JSON as described"),
                        unreadable,
                        request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = body instanceof ProblemDetail known && known.getType() != null && isOurs(known)
                ? known
                : Problems.of(status, detail(body, status));
        var http = ((ServletWebRequest) request).getRequest();
        return super.handleExceptionInternal(failure, Problems.during(http, problem), headers, status, request);
    }

    private @Nullable ResponseEntity<Object> unavailable(Setback setback, Exception failure, WebRequest request) {
        LOG.warn("Answered 503, since {}", failure.toString());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        return handleExceptionInternal(failure, Problems.of(status, advice(setback)), headers, status, request);
    }

    private static String advice(Setback setback) {
        return setback == Setback.OUTCOME_UNKNOWN
                ? "It is not known whether this was done; please try again, with the same Idempotency-Key if there was one"
                : "This cannot be done at the moment; please try again";
    }

    private @Nullable ResponseEntity<Object> invalid(List<FieldError> errors, Exception cause, WebRequest request) {
        return answer(Problems.invalid(errors), cause, request);
    }

    private @Nullable ResponseEntity<Object> answer(ProblemDetail problem, Exception cause, WebRequest request) {
        var status = HttpStatus.valueOf(problem.getStatus());
        return handleExceptionInternal(cause, problem, new HttpHeaders(), status, request);
    }

    private static boolean isOurs(ProblemDetail problem) {
        return String.valueOf(problem.getType()).startsWith("urn:pitstop:");
    }

    private static String detail(@Nullable Object body, HttpStatusCode status) {
        return body instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : status.toString();
    }

    private static <T extends Throwable> Optional<T> causeOf(Throwable failure, Class<T> type) {
        return Causes.of(failure).filter(type::isInstance).map(type::cast).findFirst();
    }
}
