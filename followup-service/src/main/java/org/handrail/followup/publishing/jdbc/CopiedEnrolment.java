package org.handrail.followup.publishing.jdbc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.StepState;
import org.handrail.followup.publishing.Enrolled.Seen;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.NextTry;
import org.handrail.followup.time.PartOfDay;
import org.jspecify.annotations.Nullable;

/** One enrolment as it comes in; of its steps, what an edit asks of them. */
final class CopiedEnrolment {

    private static final LocalDateTime NOT_READ = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final UUID id;
    private final List<DueStep> steps = new ArrayList<>(2);
    private Enrolment.@Nullable Origin origin;
    private Enrolment.@Nullable Standing standing;
    private @Nullable String zone;
    private @Nullable AppointmentKind kind;

    CopiedEnrolment(UUID id) {
        this.id = id;
    }

    boolean is(UUID other) {
        return id.equals(other);
    }

    /** In the order of {@link EnrolledQuery}. */
    CopiedEnrolment readWho(CopiedRows row) {
        int scheduleVersion = row.integer();
        AnchorEvent event = AnchorEvent.valueOf(String.valueOf(row.text()));
        UUID appointment = row.uuid();
        String site = String.valueOf(row.text());
        boolean againstAdvice = row.flag();
        Instant anchor = Objects.requireNonNull(row.instant());
        Instant knownAt = Objects.requireNonNull(row.instant());
        standing = new Enrolment.Standing(anchor, knownAt, row.integer(), row.instant(), row.flag(), row.instant(),
                nextTry(row.text(), row.integer(), row.text()), row.text());
        origin = new Enrolment.Origin(id, id, "", scheduleVersion, event, id, appointment, site, false, againstAdvice,
                knownAt);
        zone = row.text();
        String kindName = row.text();
        kind = kindName == null ? null : AppointmentKind.valueOf(kindName);
        return this;
    }

    private static @Nullable NextTry nextTry(@Nullable String step, int days, @Nullable String part) {
        return step == null ? null : new NextTry(step, days, part == null ? null : PartOfDay.valueOf(part));
    }

    CopiedEnrolment readSteps(CopiedRows row, List<String> keys) {
        Enrolment.Standing now = Objects.requireNonNull(standing);
        for (String key : keys) {
            readStep(row, key, now.version(), row.flag(), now.anchor());
        }
        return this;
    }

    CopiedEnrolment readStep(CopiedRows row) {
        String key = row.text();
        int version = row.integer();
        boolean email = row.flag();
        Instant anchor = row.instant();
        readStep(row, String.valueOf(key), version, email, anchor == null ? Instant.EPOCH : anchor);
        return this;
    }

    private void readStep(CopiedRows row, String key, int version, boolean email, Instant anchor) {
        Instant dueAt = row.instant();
        String state = row.text();
        String reason = row.text();
        String delivery = row.text();
        if (dueAt != null && state != null) {
            steps.add(new DueStep(id, key, version, 0, email, false, anchor, NOT_READ, "", "", dueAt, null,
                    StepState.valueOf(state), reason, null,
                    delivery == null ? null : DeliveryChanged.State.valueOf(delivery)));
        }
    }

    Seen seen() {
        return new Seen(Enrolment.stored(Objects.requireNonNull(origin), Objects.requireNonNull(standing), null, steps),
                zone, kind);
    }
}
