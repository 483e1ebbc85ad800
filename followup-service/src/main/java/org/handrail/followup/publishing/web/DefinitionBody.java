package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Takes the definition of a schedule, as JSON or YAML. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(required = true, description = "The schedule, as JSON or YAML, 256 KiB at most", content = {
    @Content(mediaType = "application/json", schema = @Schema(ref = "#/components/schemas/ScheduleDefinition")),
    @Content(mediaType = Definitions.YAML, schema = @Schema(ref = "#/components/schemas/ScheduleDefinition")),
    @Content(mediaType = Definitions.TEXT_YAML, schema = @Schema(ref = "#/components/schemas/ScheduleDefinition")),
    @Content(mediaType = Definitions.X_YAML, schema = @Schema(ref = "#/components/schemas/ScheduleDefinition"))})
@interface DefinitionBody {
}
