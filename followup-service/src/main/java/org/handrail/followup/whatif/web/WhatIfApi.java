package org.handrail.followup.whatif.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import org.handrail.followup.publishing.Drafts;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.Templates;
import org.handrail.followup.timeline.web.TimelineWords;
import org.handrail.followup.whatif.Question;
import org.handrail.followup.whatif.Simulating;
import org.handrail.platform.site.Sites;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A schedule played for somebody who does not exist. */
@Tag(name = "What if", description = "Play a schedule for an imaginary person")
@RestController
class WhatIfApi {

    private final QuestionReader questions;
    private final Simulating simulating;
    private final AnswerWords answers;

    WhatIfApi(Schedules schedules, Drafts drafts, Sites sites, TimelineWords words, Supplier<Templates> templates) {
        this.questions = new QuestionReader(schedules, drafts, sites, templates);
        this.simulating = new Simulating(sites);
        this.answers = new AnswerWords(words);
    }

    @Operation(summary = "What if", description = """
            Plays a schedule for an imaginary person through the engine that runs in service, and answers with the
            timeline: for each step its wall time, zone and instant, what moved it, and what became of it. Nothing is
            stored and nothing is sent; each mail counts as taken by a server at once. Times are instants
            (2026-03-18T20:00:00Z, 2026-03-18T16:00-04:00) or wall times (2026-03-18T16:00) in the zone that the
            question names, else the site's.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(implementation = WhatIfBody.class),
                    examples = @ExampleObject(WhatIfBody.EXAMPLE))))
    @ApiResponse(responseCode = "200", description = "What would have come of it")
    @ApiResponse(responseCode = "400", description = "The question has faults; every one is named with its place")
    @PostMapping("/api/v1/schedules/what-if")
    WhatIfView whatIf(@RequestBody JsonNode body) {
        Question question = questions.read(body);
        return answers.view(question.schedule(), simulating.answer(question));
    }
}
