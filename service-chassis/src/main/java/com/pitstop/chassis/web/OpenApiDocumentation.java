package com.pitstop.chassis.web;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** Adds to the description of every API what holds for every request, so that no controller repeats it. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocumentation {

    @Bean
    GlobalOpenApiCustomizer whatHoldsForEveryRequest(@Value("${spring.application.name:pitstop}") String service) {
        return api -> {
            api.info(new Info().title("Pitstop: " + service).version("1").description("""
                    Errors are problem details (RFC 9457). Every answer carries X-Correlation-ID. \
                    Times of work are local to the garage."""));
            api.getPaths().values().forEach(OpenApiDocumentation::describe);
        };
    }

    private static void describe(PathItem path) {
        path.readOperations().forEach(OpenApiDocumentation::problems);
        if (path.getPost() != null) {
            path.getPost()
                    .addParametersItem(
                            header("Idempotency-Key", "Repeating the request under the same key has one effect", 255));
        }
        describeWait(path.getPost());
        describeWait(path.getPut());
    }

    private static void describeWait(@org.jspecify.annotations.Nullable Operation change) {
        if (change != null) {
            change.addParametersItem(header(
                    "Prefer", "wait=2 answers once the read model shows the change, or 202 after 2 seconds", 64));
        }
    }

    private static void problems(Operation operation) {
        operation.addParametersItem(
                header("X-Correlation-ID", "1 to 64 characters of A-Z, a-z, 0-9, dot, underscore and dash", 64));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem: what is wrong, and the rule that says so")
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(problem()))));
    }

    private static Schema<?> problem() {
        return new Schema<>()
                .type("object")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("correlationId", new StringSchema());
    }

    private static HeaderParameter header(String name, String description, int limit) {
        var header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(new StringSchema().maxLength(limit));
        return header;
    }
}
