package org.handrail.intake.merge.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.handrail.intake.merge.Merging;
import org.handrail.intake.web.FieldReader;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Merging on the word of staff, for whoever holds the services' shared token. */
@Hidden
@RestController
class MergesController {

    private final Merging merging;
    private final Clock clock;

    MergesController(Merging merging, Clock clock) {
        this.merging = merging;
        this.clock = clock;
    }

    record Merge(@Nullable String duplicate, @Nullable String into, @Nullable String by) {
    }

    record Merged(UUID into) {
    }

    @PostMapping("/internal/merges")
    Merged merge(@RequestBody Merge body) {
        FieldReader fields = new FieldReader(clock);
        UUID duplicate = fields.required("/duplicate", fields.uuid("/duplicate", body.duplicate()));
        UUID into = fields.required("/into", fields.uuid("/into", body.into()));
        String by = fields.required("/by", fields.code("/by", body.by()));
        fields.throwIfAny();
        if (duplicate == null || into == null || by == null) {
            throw Problem.unexpected();
        }
        return switch (merging.merge(duplicate, into, by)) {
            case MERGED -> new Merged(into);
            case NOBODY_THERE -> throw Problem.notFound("Two clients that are known are needed.");
            case HAS_BOOKINGS -> throw Problem.conflict("has-bookings",
                    "The duplicate has appointments or stays: merge the other way round.");
            case LEDGER_AWAY -> throw Problem.unavailable(Duration.ofSeconds(10));
        };
    }
}
