package org.handrail.followup.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.StepState;
import org.jspecify.annotations.Nullable;

/** Rows of steps, with the rules that the table's statements keep. */
final class Steps {

    private static final Comparator<DueStep> BY_TIME = Comparator.comparing(DueStep::at)
            .thenComparing(DueStep::enrolmentId).thenComparing(DueStep::key)
            .thenComparing(DueStep::appointmentVersion);

    /** @param planned as the planner last wrote it, before any dispatcher put it off */
    record Row(DueStep planned, DueStep step) {
    }

    private final Map<UUID, Map<DueStep.Key, Row>> rows = new LinkedHashMap<>();
    private final Map<UUID, DueStep> pending = new HashMap<>();

    List<DueStep> of(UUID enrolmentId) {
        return rows.getOrDefault(enrolmentId, Map.of()).values().stream().map(Row::step).toList();
    }

    List<Row> all() {
        return rows.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    void write(Enrolment enrolment) {
        enrolment.takenUpAgain().forEach(this::takeUpAgain);
        enrolment.dirtySteps().forEach(this::write);
    }

    private void takeUpAgain(DueStep step) {
        Row row = row(step);
        if (row != null && (row.step().state() == StepState.DROPPED || row.step().state() == StepState.SKIPPED)) {
            put(new Row(step, step));
        }
    }

    /** What a dispatcher has settled stays settled. */
    private void write(DueStep step) {
        Row before = row(step);
        if (before == null) {
            put(new Row(step, step));
        } else if (before.step().isPending() || before.step().state() == step.state()) {
            put(new Row(step.isPending() ? step : before.planned(), step));
        }
    }

    void settle(DueStep step) {
        Row row = row(step);
        if (row != null) {
            put(new Row(row.planned(), step));
        }
    }

    private @Nullable Row row(DueStep step) {
        return rows.getOrDefault(step.enrolmentId(), Map.of()).get(step.id());
    }

    private void put(Row row) {
        DueStep step = row.step();
        rows.computeIfAbsent(step.enrolmentId(), id -> new LinkedHashMap<>()).put(step.id(), row);
        if (step.isPending()) {
            pending.put(step.reminderId(), step);
        } else {
            pending.remove(step.reminderId());
        }
    }

    Stream<DueStep> pending() {
        return pending.values().stream();
    }

    /** Up to so many emails and as many tasks, the longest due first. */
    List<DueStep> due(Instant now, int most) {
        List<DueStep> due = pending().filter(step -> !step.at().isAfter(now)).sorted(BY_TIME).toList();
        List<DueStep> claimed = new ArrayList<>();
        claimed.addAll(due.stream().filter(DueStep::email).limit(most).toList());
        claimed.addAll(due.stream().filter(step -> !step.email()).limit(most).toList());
        claimed.sort(BY_TIME);
        return claimed;
    }
}
