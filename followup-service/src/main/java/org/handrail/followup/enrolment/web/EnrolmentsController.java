package org.handrail.followup.enrolment.web;

import java.util.List;
import java.util.UUID;
import org.handrail.followup.enrolment.Enrolments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** In which schedules a client is, and what lies ahead; empty for a client not known. */
@RestController
class EnrolmentsController {

    private final Enrolments enrolments;

    EnrolmentsController(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @GetMapping("/api/v1/clients/{clientId}/enrolments")
    List<EnrolmentView> enrolments(@PathVariable UUID clientId) {
        return enrolments.of(clientId).stream().map(EnrolmentView::of).toList();
    }
}
