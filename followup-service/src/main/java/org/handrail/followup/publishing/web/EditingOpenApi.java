package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all operations on schedules have in common, for the API's description. */
@Configuration(proxyBeanMethods = false)
class EditingOpenApi {

    private static final String PATH = "/api/v1/schedules";
    private static final String PROBLEM = "#/components/schemas/Problem";

    @Bean
    OpenApiCustomizer schedulesInTheDescription() {
        return api -> {
            api.getComponents().addSchemas("ScheduleDefinition", definition()).addSchemas("Problem", problem());
            AlwaysThere.say(api.getComponents());
            api.getPaths().forEach((path, item) -> {
                if (path.equals(PATH) || path.startsWith(PATH + "/")) {
                    item.readOperations().forEach(EditingOpenApi::complete);
                }
            });
        };
    }

    private static void complete(Operation operation) {
        describe(operation, "401", "Nobody is signed in");
        describe(operation, "403", "The role does not allow it");
        describe(operation, "400", "The request is not of the expected form");
        if (operation.getRequestBody() != null) {
            describe(operation, "413", "The body is too large");
            describe(operation, "415", "The body is of another type");
            if (operation.getRequestBody().getContent().containsKey(Definitions.YAML)
                    && !operation.getOperationId().equals("validate")) {
                describe(operation, "422", "The definition has faults; all of them are listed with their places");
            }
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0) {
                response.setContent(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(new Schema<>().$ref(PROBLEM))));
            }
        });
    }

    private static void describe(Operation operation, String status, String when) {
        operation.getResponses().computeIfAbsent(status, s -> new ApiResponse().description(when));
    }

    /** The published schema says it in full. */
    private static Schema<?> definition() {
        return new ObjectSchema()
                .description("A schedule; its JSON Schema is served at " + PATH + "/schema")
                .externalDocs(new ExternalDocumentation().url(PATH + "/schema").description("JSON Schema"))
                .addProperty("id", new StringSchema().description("A code, the same for all versions"))
                .addProperty("title", new StringSchema())
                .addProperty("anchor", new ObjectSchema())
                .addProperty("stops", new ArraySchema().items(new StringSchema()))
                .addProperty("steps", new ArraySchema().items(new ObjectSchema()))
                .required(List.of("id", "title", "anchor", "steps"));
    }

    private static Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty("field", new StringSchema().description("JSON Pointer (RFC 6901); # for the whole"))
                .addProperty("message", new StringSchema())
                .required(List.of("field", "message"));
        return new ObjectSchema()
                .description("Problem details (RFC 9457). Kinds have further members: a draft that was changed names"
                        + " `current` and `kept`, publishing that would do something else `preview` and `differences`")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri"))
                .addProperty("errors", new ArraySchema().items(fault))
                .required(List.of("type", "title", "status", "detail"));
    }
}
