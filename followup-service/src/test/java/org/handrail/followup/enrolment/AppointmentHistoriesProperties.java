package org.handrail.followup.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.time.SendWindow;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;

/**
 * Random histories of an appointment, told late, twice and out of order, against what anybody would expect: of all
 * that was told only the highest version counts.
 */
class AppointmentHistoriesProperties {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant START = Instant.parse("2026-03-01T15:00:00Z");
    private static final ShippedInMemory SCHEDULES = new ShippedInMemory();
    private static final Sites SITES = new Sites(List.of(new Site("main", ZONE, "Desk", "+1", Map.of(), Set.of())), "main");

    /** What was mailed: a step for a start. */
    private record Mailed(String step, Instant start) {
    }

    private final class History {

        final Random random;
        final ClientCase client = ClientCase.empty(UUID.randomUUID());
        final List<AppointmentChanged> told = new ArrayList<>();
        final Set<Mailed> mailed = new HashSet<>();
        Instant now = START;
        AppointmentChanged highest;

        History(long seed) {
            random = new Random(seed);
        }

        void tell(AppointmentChanged version) {
            FollowingAppointments.follow(client, version, around(now));
            if (highest == null || version.version() > highest.version()) {
                highest = version;
            }
            checkPending();
        }

        /** What is pending is exactly for the highest version told, and only while it is booked. */
        void checkPending() {
            List<DueStep> pending = client.enrolments().stream()
                    .filter(each -> each.origin().event() == AnchorEvent.APPOINTMENT)
                    .flatMap(each -> each.pending().stream()).toList();
            if (highest.status() != AppointmentStatus.BOOKED) {
                assertThat(pending).isEmpty();
            }
            assertThat(pending).allSatisfy(step -> {
                assertThat(step.appointmentVersion()).isEqualTo(highest.version());
                assertThat(step.anchor()).isEqualTo(highest.startsAt());
                if (step.email()) {
                    assertThat(step.at()).isBefore(highest.startsAt());
                    assertThat(step.deadline()).isBeforeOrEqualTo(highest.startsAt());
                }
            });
            assertThat(client.enrolments().stream().filter(Enrolment::isActive)
                    .filter(each -> each.origin().event() == AnchorEvent.APPOINTMENT)).hasSizeLessThanOrEqualTo(1);
        }

        void pass(Duration time) {
            Instant until = now.plus(time);
            client.enrolments().stream().filter(Enrolment::isActive)
                    .filter(each -> each.origin().event() == AnchorEvent.APPOINTMENT).toList()
                    .forEach(each -> each.pending().stream().filter(step -> !step.at().isAfter(until))
                            .forEach(step -> release(each, step)));
            now = until;
        }

        void release(Enrolment enrolment, DueStep step) {
            Instant at = step.at().isAfter(now) ? step.at() : now;
            if (step.deadline() != null && at.isAfter(step.deadline())) {
                enrolment.put(step.ended(StepState.SKIPPED, "too-late"));
                return;
            }
            enrolment.put(step.released("mailed", at).told(DeliveryChanged.State.SENT));
            if (step.email()) {
                assertThat(highest.status()).isEqualTo(AppointmentStatus.BOOKED);
                assertThat(step.anchor()).isEqualTo(highest.startsAt());
                assertThat(at).isBefore(highest.startsAt());
                if (!step.key().equals("confirmation")) {
                    assertThat(mailed.add(new Mailed(step.key(), step.anchor())))
                            .as("%s for %s mailed once", step.key(), step.anchor()).isTrue();
                }
            }
        }
    }

    @Property(tries = 2000)
    void onlyTheHighestVersionToldCounts(@ForAll long seed) {
        History history = new History(seed);
        List<AppointmentChanged> versions = versions(history);
        List<AppointmentChanged> deliveries = new ArrayList<>(versions);
        versions.stream().filter(each -> history.random.nextInt(4) == 0).forEach(deliveries::add);
        shuffleLittle(deliveries, history.random);

        for (AppointmentChanged version : deliveries) {
            history.tell(version);
            history.pass(Duration.ofMinutes(history.random.nextInt(3) == 0 ? 0 : history.random.nextInt(4000)));
        }

        AppointmentChanged last = versions.get(versions.size() - 1);
        assertThat(history.highest).isEqualTo(last);
        Instant toldAt = history.now;
        history.pass(Duration.ofDays(60));
        assertThat(history.client.enrolments().stream().flatMap(each -> each.pending().stream())
                .filter(step -> step.appointmentVersion() > 0)).isEmpty();
        if (last.status() == AppointmentStatus.BOOKED && last.kind() == AppointmentKind.THERAPY) {
            Instant dayBefore = last.startsAtLocal().toLocalDate().minusDays(1).atTime(9, 0).atZone(ZONE).toInstant();
            if (dayBefore.isAfter(toldAt)) {
                assertThat(history.mailed).contains(new Mailed("email-1-d", last.startsAt()));
            }
        }
    }

    private static List<AppointmentChanged> versions(History history) {
        Random random = history.random;
        AppointmentKind kind = random.nextBoolean() ? AppointmentKind.THERAPY : AppointmentKind.DETOX_ADMISSION;
        UUID id = UUID.randomUUID();
        List<AppointmentChanged> versions = new ArrayList<>();
        LocalDateTime starts = someDay(random);
        AppointmentStatus status = AppointmentStatus.BOOKED;
        Instant when = START;
        for (int version = 1; version <= 1 + random.nextInt(7); version++) {
            Change change = version == 1 ? Change.BOOKED : next(status, random);
            if (change == Change.MOVED || change == Change.REBOOKED && random.nextBoolean()) {
                // often back to where it was
                starts = !versions.isEmpty() && random.nextInt(3) == 0 ? versions.get(0).startsAtLocal() : someDay(random);
            }
            status = statusAfter(change);
            when = when.plusSeconds(random.nextInt(3) == 0 ? 1 : random.nextInt(40_000));
            versions.add(new AppointmentChanged(history.client.clientId(), id, version, change, status, kind, starts,
                    ZONE.getId(), starts.atZone(ZONE).toInstant(), "main", START, when, null));
        }
        return versions;
    }

    private static LocalDateTime someDay(Random random) {
        return LocalDateTime.of(2026, 3, 2, 7, 0).plusDays(random.nextInt(30)).plusMinutes(15L * random.nextInt(50));
    }

    private static Change next(AppointmentStatus status, Random random) {
        if (status != AppointmentStatus.BOOKED) {
            return Change.REBOOKED;
        }
        Change[] some = {Change.MOVED, Change.MOVED, Change.MOVED, Change.CANCELLED, Change.NO_SHOW, Change.ARRIVED,
            Change.ENTERED_IN_ERROR};
        return some[random.nextInt(some.length)];
    }

    private static AppointmentStatus statusAfter(Change change) {
        return switch (change) {
            case BOOKED, MOVED, REBOOKED -> AppointmentStatus.BOOKED;
            case CANCELLED -> AppointmentStatus.CANCELLED;
            case NO_SHOW -> AppointmentStatus.NO_SHOW;
            case ARRIVED -> AppointmentStatus.ARRIVED;
            case ENTERED_IN_ERROR -> AppointmentStatus.ENTERED_IN_ERROR;
        };
    }

    private static void shuffleLittle(List<AppointmentChanged> deliveries, Random random) {
        for (int swaps = random.nextInt(5); swaps > 0 && deliveries.size() > 1; swaps--) {
            Collections.swap(deliveries, random.nextInt(deliveries.size()), random.nextInt(deliveries.size()));
        }
    }

    private static Surroundings around(Instant now) {
        return new Surroundings(now, SCHEDULES.published(), SCHEDULES, SITES, SendWindow.DEFAULT, "test");
    }
}
