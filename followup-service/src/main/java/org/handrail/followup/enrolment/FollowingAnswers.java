package org.handrail.followup.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handrail.contract.consents.AppointmentAnswered;
import org.handrail.contract.consents.AppointmentAnswered.Answer;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.time.StaffedHours;

/** A client answered a mail about an appointment: yes is noted, asking for something else becomes work. */
public final class FollowingAnswers {

    private static final Duration NEAR = Duration.ofHours(48);
    private static final Duration SOON = Duration.ofHours(2);
    private static final Duration LATER = Duration.ofHours(8);

    private FollowingAnswers() {
    }

    public static void follow(ClientCase client, AppointmentAnswered answered, Surroundings around) {
        Optional<AppointmentChanged> appointment = client.appointment(answered.appointmentId());
        client.note(answered.at(), "answer." + lower(answered.answer()), answered.answerId(),
                appointment.map(known -> Map.of("startsAt", known.startsAt().toString())).orElse(Map.of()));
        if (client.person().deceasedAt() != null) {
            return;
        }
        switch (answered.answer()) {
            case CONFIRMED -> { }
            case MOVE_ASKED, CANCEL_ASKED -> ask(client, answered, appointment, around);
            case UNDONE -> takeBack(client, answered, appointment, around);
        }
    }

    /** Nothing is to be asked for any more once the appointment has moved or ended meanwhile: staff have acted. */
    private static void ask(ClientCase client, AppointmentAnswered answered, Optional<AppointmentChanged> appointment,
            Surroundings around) {
        if (appointment.filter(known -> known.version() > answered.appointmentVersion()).isEmpty()) {
            client.raise(task(client, keyOf(answered.answerId()), TaskKind.CALL, "task." + lower(answered.answer()),
                    "asked-by-link", appointment, around));
        }
    }

    private static void takeBack(ClientCase client, AppointmentAnswered answered,
            Optional<AppointmentChanged> appointment, Surroundings around) {
        client.takeBack(keyOf(Objects.requireNonNull(answered.undoes())), "answer-undone",
                task(client, keyOf(answered.answerId()), TaskKind.REVIEW, "task.answer-undone", "answer-undone",
                        appointment, around));
    }

    /** The nearer the appointment, the more it matters; after its start a call would come too late. */
    private static NewTask task(ClientCase client, String key, TaskKind kind, String title, String reason,
            Optional<AppointmentChanged> appointment, Surroundings around) {
        Instant now = around.now();
        Instant start = appointment.map(AppointmentChanged::startsAt).orElse(now);
        boolean near = start.isBefore(now.plus(NEAR));
        StaffedHours staffed = appointment.map(known -> around.staffed(known.siteId()))
                .orElseGet(() -> around.staffed(client, null));
        Instant due = staffed.plus(now, near ? SOON : LATER);
        return new NewTask(key, client.clientId(), null, null, kind, title, reason,
                near ? Priority.HIGH : Priority.NORMAL,
                start.isAfter(now) && start.isBefore(due) ? start : due, false);
    }

    private static String keyOf(Object answerId) {
        return "answer/" + answerId;
    }

    private static String lower(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
