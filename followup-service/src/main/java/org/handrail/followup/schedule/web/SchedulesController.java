package org.handrail.followup.schedule.web;

import java.util.List;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Schedules as timelines, for staff. */
@RestController
@RequestMapping("/api/v1/schedules")
class SchedulesController {

    private final Schedules schedules;

    SchedulesController(Schedules schedules) {
        this.schedules = schedules;
    }

    record Summary(String id, String title, int version, String anchor, int steps) {
    }

    record VersionSummary(int version, ScheduleVersion.Status status) {
    }

    @GetMapping
    List<Summary> published() {
        return schedules.published().stream().map(version -> new Summary(version.id(), version.schedule().title(),
                version.version(), version.schedule().anchor().event().name(),
                version.schedule().steps().size())).toList();
    }

    /** The JSON Schema of a definition. */
    @GetMapping(path = "/schema", produces = "application/schema+json")
    Resource schema() {
        return new ClassPathResource("schedules/schedule.v1.schema.json");
    }

    @GetMapping("/{id}/versions")
    List<VersionSummary> versions(@PathVariable String id) {
        List<ScheduleVersion> versions = schedules.versions(id);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return versions.stream().map(each -> new VersionSummary(each.version(), each.status())).toList();
    }

    @GetMapping("/{id}/versions/{version}")
    ScheduleView version(@PathVariable String id, @PathVariable int version) {
        return schedules.find(id, version).map(ScheduleView::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
