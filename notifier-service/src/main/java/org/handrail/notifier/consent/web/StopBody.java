package org.handrail.notifier.consent.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.StopRequested;
import org.handrail.platform.problem.FieldFault;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A stop as it comes over the wire, of which anything may be missing. */
record StopBody(
        @Nullable UUID clientId, @Nullable UUID stopId, @Nullable Set<@Nullable Purpose> purposes,
        @Nullable HowGiven how, @Nullable String recordedBy, @Nullable Instant occurredAt) {

    StopRequested toStop() {
        List<FieldFault> faults = new ArrayList<>();
        need(faults, "clientId", clientId);
        need(faults, "stopId", stopId);
        need(faults, "how", how);
        need(faults, "recordedBy", recordedBy);
        need(faults, "occurredAt", occurredAt);
        if (purposes == null || purposes.isEmpty() || purposes.stream().anyMatch(purpose -> purpose == null)) {
            faults.add(new FieldFault("/purposes", "must name at least one"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        try {
            return new StopRequested(clientId, stopId, purposes, how, recordedBy, occurredAt);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/recordedBy", "must be a code");
        }
    }

    private static void need(List<FieldFault> faults, String field, @Nullable Object value) {
        if (value == null) {
            faults.add(new FieldFault("/" + field, "must be given"));
        }
    }
}
