package org.handrail.followup.enrolment;

import java.time.Duration;
import java.util.Locale;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.deliveries.DeliveryChanged.State;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.PlannedStep;

/** What became of a mail. What did not arrive becomes work: silence must not look like success. */
public final class FollowingDeliveries {

    private static final Duration SOON = Duration.ofHours(2);
    /** Faults of templates: nobody but us is the cause, and whoever waits for the mail hears nothing. */
    private static final Set<String> NOT_MADE = Set.of("revealing-word", "template-unknown", "placeholder-missing");

    /** Steps of no schedule: the mails of a change of address, by a client on their page. */
    private static final String ADDRESS_ASKING = "address-asking";
    private static final Set<String> ADDRESS_MAILS = Set.of(ADDRESS_ASKING, "address-moved");

    private FollowingDeliveries() {
    }

    public static void follow(ClientCase client, DeliveryChanged delivery, Surroundings around) {
        client.note(delivery.at(), delivery.enrolmentId(), "mail." + lower(delivery.state()),
                delivery.reminderId().toString(), details(delivery));
        Optional<Enrolment> enrolment = client.enrolment(delivery.enrolmentId());
        if (delivery.state() != State.UNKNOWN && enrolment.map(each -> wasUnknown(each, delivery)).orElse(true)) {
            client.takeBack(key(delivery, State.UNKNOWN), "fate-known", null);
        }
        enrolment.ifPresent(each -> mark(each, delivery));
        if (client.person().deceasedAt() != null) {
            return;
        }
        switch (delivery.state()) {
            case SENT, WITHDRAWN -> { }
            case SKIPPED -> enrolment.filter(Enrolment::isActive).ifPresentOrElse(
                    each -> instead(client, each, delivery, around), () -> addressFailed(client, delivery, around));
            case REFUSED, BOUNCED -> {
                if (ADDRESS_MAILS.contains(delivery.stepKey())) {
                    addressFailed(client, delivery, around);
                } else {
                    client.raise(task(client, delivery, TaskKind.CALL, "task.mail-returned", around));
                }
            }
            case UNKNOWN -> client.raise(task(client, delivery, TaskKind.REVIEW, "task.delivery-unknown", around));
        }
    }

    private static Map<String, String> details(DeliveryChanged delivery) {
        Map<String, String> details = new HashMap<>(Map.of("step", delivery.stepKey(), "reason", delivery.reason(),
                "purpose", delivery.purpose().name()));
        if (delivery.templateVersion() != null) {
            details.put("version", delivery.templateVersion().toString());
        }
        return details;
    }

    /** A process that was only thought dead tells after all what became of it. */
    private static boolean wasUnknown(Enrolment enrolment, DeliveryChanged delivery) {
        return enrolment.steps().stream()
                .anyMatch(step -> step.email() && step.delivery() == State.UNKNOWN
                        && step.reminderId().equals(delivery.reminderId()));
    }

    /**
     * The client waits for the question at another address, which may be mistyped. That a notice does not reach the
     * former one is no news: often it is the one that was lost.
     */
    private static void addressFailed(ClientCase client, DeliveryChanged delivery, Surroundings around) {
        if (delivery.stepKey().equals(ADDRESS_ASKING) && !delivery.reason().startsWith("consent-")) {
            client.raise(task(client, delivery, TaskKind.CALL, "task.new-address-failed", around));
        }
    }

    private static void mark(Enrolment enrolment, DeliveryChanged delivery) {
        enrolment.steps().stream()
                .filter(step -> step.email() && step.reminderId().equals(delivery.reminderId()))
                .toList()
                .forEach(step -> enrolment.put(step.told(delivery.state())));
    }

    /** The task that the step names, unless what it was about has moved or begun meanwhile. */
    private static void instead(
            ClientCase client, Enrolment enrolment, DeliveryChanged delivery, Surroundings around) {
        boolean aboutStart = enrolment.origin().event() == AnchorEvent.APPOINTMENT;
        boolean begun = aboutStart && !enrolment.anchor().isAfter(around.now());
        Optional<DueStep> row = enrolment.steps().stream()
                .filter(step -> step.email() && step.reminderId().equals(delivery.reminderId())).findFirst();
        boolean current = !aboutStart || row.filter(step ->
                step.appointmentVersion() == enrolment.appointmentVersion()).isPresent();
        if (begun || !current || delivery.reason().startsWith("appointment-")) {
            return;
        }
        row.flatMap(step -> around.schedules().find(enrolment.origin().scheduleId(), step.scheduleVersion()))
                .or(() -> around.scheduleOf(enrolment))
                .flatMap(schedule -> schedule.schedule().step(PlannedStep.stepKey(delivery.stepKey())))
                .map(step -> step.action() instanceof Action.Email email
                        ? email.withoutConsent() : Optional.<Action.Task>empty())
                .flatMap(task -> task)
                .map(task -> InsteadOfMail.task(client, enrolment, delivery.reminderId(), delivery.stepKey(), task,
                        delivery.reason(), around))
                .or(() -> Optional.of(task(client, delivery, TaskKind.CALL, "task.mail-not-made", around))
                        .filter(task -> NOT_MADE.contains(delivery.reason())))
                .ifPresent(client::raise);
    }

    private static NewTask task(
            ClientCase client, DeliveryChanged delivery, TaskKind kind, String title, Surroundings around) {
        return new NewTask(key(delivery, delivery.state()), client.clientId(),
                delivery.enrolmentId(), delivery.stepKey(), kind, title, delivery.reason(), Priority.HIGH,
                around.staffed(client, delivery.enrolmentId()).plus(around.now(), SOON), false);
    }

    private static String key(DeliveryChanged delivery, State state) {
        return "delivery/" + delivery.reminderId() + "/" + lower(state);
    }

    private static String lower(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
