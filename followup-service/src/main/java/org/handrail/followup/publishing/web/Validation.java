package org.handrail.followup.publishing.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.handrail.platform.problem.FieldFault;

/** What is wrong with a definition. */
record Validation(@Schema(description = "As of a 422; empty when it is right") List<FieldFault> errors) {

    @JsonProperty
    boolean valid() {
        return errors.isEmpty();
    }
}
