package com.pitstop.chassis.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolationException;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import com.pitstop.chassis.web.Problems.FieldError;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Which fields of a request are wrong and why, out of the many ways in which Spring and Jackson say so. */
final class WrongFields {

    private static final String UNREADABLE = "cannot be read";

    private WrongFields() {}

    static List<FieldError> of(MethodArgumentTypeMismatchException mismatch) {
        return List.of(new FieldError(mismatch.getName(), UNREADABLE));
    }

    static List<FieldError> of(ConstraintViolationException violated) {
        return violated.getConstraintViolations().stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
    }

    static List<FieldError> of(BindingResult result) {
        return Stream.concat(
                        result.getFieldErrors().stream().map(error -> new FieldError(error.getField(), message(error))),
                        result.getGlobalErrors().stream()
                                .map(error -> new FieldError(error.getObjectName(), message(error))))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }

    static List<FieldError> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(WrongFields::ofParameter)
                .toList();
    }

    /** Empty when it is not a field that is wrong but the whole text. */
    static List<FieldError> of(JacksonException notAsExpected) {
        var path = notAsExpected.getPath().stream()
                .map(WrongFields::step)
                .collect(Collectors.joining("."))
                .replace(".[", "["); // as Spring names an item of a list
        var unknown = notAsExpected instanceof UnrecognizedPropertyException;
        return path.isEmpty()
                ? List.of()
                : List.of(new FieldError(path, unknown ? "is not a known field" : UNREADABLE));
    }

    private static Stream<FieldError> ofParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors ofBean) {
            return ofBean.getFieldErrors().stream().map(error -> new FieldError(error.getField(), message(error)));
        }
        var name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(name, String.valueOf(error.getDefaultMessage())));
    }

    private static String step(JacksonException.Reference part) {
        return part.getPropertyName() == null ? "[" + part.getIndex() + "]" : String.valueOf(part.getPropertyName());
    }

    private static String message(DefaultMessageSourceResolvable error) {
        var mismatch = error.getCodes() != null && List.of(error.getCodes()).contains("typeMismatch");
        return mismatch ? UNREADABLE : String.valueOf(error.getDefaultMessage());
    }
}
