package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Which pending steps of a case have moved since it was last looked at. */
final class Shifts {

    private final ClientCase client;
    private final Map<UUID, Instant> before = new HashMap<>();

    private Shifts(ClientCase client) {
        this.client = client;
    }

    /** @param from where the step was */
    record Shift(Enrolment enrolment, DueStep step, Instant from) {
    }

    static Shifts of(ClientCase client) {
        Shifts shifts = new Shifts(client);
        client.active().forEach(enrolment -> enrolment.pending()
                .forEach(step -> shifts.before.put(step.reminderId(), step.at())));
        return shifts;
    }

    List<Shift> since() {
        return client.active().stream().flatMap(enrolment -> enrolment.pending().stream()
                .filter(step -> before.containsKey(step.reminderId()))
                .filter(step -> !step.at().equals(before.get(step.reminderId())))
                .map(step -> new Shift(enrolment, step, Objects.requireNonNull(before.get(step.reminderId())))))
                .toList();
    }

    /** Tells on the timeline what moved. */
    List<Shift> tell(Instant at, String reason) {
        List<Shift> shifts = since();
        shifts.forEach(shift -> client.note(at, shift.enrolment().id(), "step.moved",
                shift.step().reminderId().toString(), Map.of("schedule", shift.enrolment().origin().scheduleId(),
                        "step", shift.step().key(), "from", shift.from().toString(), "to", shift.step().at().toString(),
                        "reason", reason)));
        return shifts;
    }
}
