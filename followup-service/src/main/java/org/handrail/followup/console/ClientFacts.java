package org.handrail.followup.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.jspecify.annotations.Nullable;

/** What is known of a client besides who they are. */
public interface ClientFacts {

    /** Whether there is anything at all about this client. */
    boolean isKnown(UUID clientId);

    /** One a purpose that was ever spoken of. */
    List<Preference> preferences(UUID clientId);

    Optional<AddressState> addressState(UUID clientId);

    /** Latest start first. */
    List<Appointment> appointments(UUID clientId);

    /** Running ones first, then the newest. */
    List<Enrolment> enrolments(UUID clientId);

    record Preference(
            Purpose purpose, PreferenceChanged.State state, Instant since, @Nullable Instant expiresAt) {
    }

    record AddressState(int addressVersion, AddressStateChanged.State state, String reason) {
    }

    record Appointment(UUID id, AppointmentKind kind, AppointmentStatus status, Instant startsAt, String siteId) {
    }

    /**
     * @param anchorAt    the zero line of the schedule's offsets
     * @param endedReason a code; null while running
     */
    record Enrolment(
            UUID id, String scheduleId, String title, Instant anchorAt, @Nullable String endedReason, List<Step> steps) {

        public Enrolment {
            steps = List.copyOf(steps);
        }
    }

    /** @param reason a code, why it was skipped or dropped; null if there is nothing to say */
    record Step(String key, boolean email, Instant dueAt, Progress progress, @Nullable String reason) {
    }

    enum Progress { PENDING, DONE, SKIPPED }
}
