package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Answers with the definition of a schedule, as JSON or YAML. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "200", description = "The definition, in the notation that Accept asks for",
        headers = @Header(name = "ETag", description = "The version or the draft's revision"), content = {
            @Content(mediaType = "application/json", schema = @Schema(ref = "#/components/schemas/ScheduleDefinition")),
            @Content(mediaType = Definitions.YAML, schema = @Schema(ref = "#/components/schemas/ScheduleDefinition")),
            @Content(mediaType = Definitions.TEXT_YAML, schema = @Schema(ref = "#/components/schemas/ScheduleDefinition")),
            @Content(mediaType = Definitions.X_YAML, schema = @Schema(ref = "#/components/schemas/ScheduleDefinition"))})
@interface DefinitionAnswer {
}
