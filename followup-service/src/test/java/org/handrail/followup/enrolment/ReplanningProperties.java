package org.handrail.followup.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.followup.enrolment.DueStep.Key;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.RandomPlans;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.time.SendWindow;
import org.handrail.platform.site.Sites;

/** However often and whenever times are worked out again, each step has one row and one instant. */
class ReplanningProperties {

    /** One schedule alone. */
    private record Only(Schedule schedule) implements Schedules {

        @Override
        public List<ScheduleVersion> published() {
            return versions(schedule.id());
        }

        @Override
        public Optional<ScheduleVersion> find(String id, int version) {
            return versions(id).stream().findFirst();
        }

        @Override
        public List<ScheduleVersion> versions(String id) {
            return List.of(new ScheduleVersion(schedule, 1));
        }

        @Override
        public void addFirst(Schedule ignored, String definition) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Life {

        final RandomPlans random;
        final AnchorEvent event;
        final Only schedules;
        final ClientCase client = ClientCase.empty(UUID.randomUUID());
        Instant now;

        Life(long seed) {
            random = new RandomPlans(seed);
            event = random.random.nextBoolean() ? AnchorEvent.APPOINTMENT : AnchorEvent.DISCHARGE;
            schedules = new Only(random.schedule(event));
            client.person(client.person().in(random.zone.getId(), 1));
            begin(random.instant());
        }

        private void begin(Instant anchor) {
            if (event == AnchorEvent.DISCHARGE) {
                now = anchor.plusSeconds(random.random.nextInt(100_000));
                FollowingStays.follow(client, new ClientDischarged(client.clientId(), UUID.randomUUID(), anchor, false, "main"), around());
                return;
            }
            Instant booked = anchor.minusSeconds(60L * (1 + random.random.nextInt(40_000)));
            now = booked;
            FollowingAppointments.follow(client, new AppointmentChanged(client.clientId(), UUID.randomUUID(), 1,
                    Change.BOOKED, AppointmentStatus.BOOKED, AppointmentKind.THERAPY,
                    LocalDateTime.ofInstant(anchor, random.site.zone()), random.site.zone().getId(), anchor, "main",
                    booked, booked, null), around());
        }

        Surroundings around() {
            return new Surroundings(now, schedules.published(), schedules,
                    new Sites(List.of(random.site), "main"), SendWindow.DEFAULT, "test");
        }

        void pass() {
            now = now.plusSeconds(random.random.nextInt(500_000));
        }

        Map<Key, Instant> rows() {
            return client.enrolments().stream().flatMap(each -> each.steps().stream())
                    .collect(Collectors.toMap(DueStep::id, DueStep::at));
        }

        Set<Key> pending() {
            return client.enrolments().stream().flatMap(each -> each.pending().stream()).map(DueStep::id)
                    .collect(Collectors.toSet());
        }
    }

    @Property(tries = 3000)
    void planningAgainAtAnyLaterTimeChangesNothing(@ForAll long seed) {
        Life life = new Life(seed);
        Map<Key, Instant> rows = life.rows();
        Set<Key> pending = life.pending();

        for (int i = 0; i < 5; i++) {
            life.pass();
            FollowingContacts.replan(life.client, life.around());

            assertThat(life.rows()).isEqualTo(rows);
            assertThat(life.pending()).isEqualTo(pending);
        }
    }

    @Property(tries = 3000)
    void aWayThroughOtherZonesLeadsBackToTheSameTimes(@ForAll long seed) {
        Life life = new Life(seed);
        Set<Key> pending = life.pending();
        Map<Key, Instant> times = life.rows();

        for (int i = 0; i < 3; i++) {
            life.client.person(life.client.person().in(
                    RandomPlans.ZONES.get(life.random.random.nextInt(RandomPlans.ZONES.size())).getId(), 1));
            FollowingContacts.replan(life.client, life.around());
        }
        life.client.person(life.client.person().in(life.random.zone.getId(), 1));
        FollowingContacts.replan(life.client, life.around());

        // what another zone ruled out, or moved past the start, stays so
        Map<Key, Instant> after = life.rows();
        assertThat(life.pending()).filteredOn(pending::contains)
                .allSatisfy(key -> assertThat(after.get(key)).isEqualTo(times.get(key)));
    }

    @Property(tries = 3000)
    void nothingIsPlannedForATimeThatHasPassed(@ForAll long seed) {
        Life life = new Life(seed);
        Instant enrolled = life.now;

        assertThat(life.client.enrolments()).allSatisfy(enrolment -> assertThat(enrolment.pending())
                .filteredOn(DueStep::email)
                .filteredOn(step -> life.schedules.schedule().step(step.key()).orElseThrow().offset()
                        .getClass() != Offset.AtOnce.class)
                .allSatisfy(step -> assertThat(step.at()).isAfterOrEqualTo(enrolled)));
    }
}
