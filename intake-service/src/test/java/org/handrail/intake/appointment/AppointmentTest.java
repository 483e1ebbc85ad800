package org.handrail.intake.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.intake.appointment.Appointment.Decision;
import org.handrail.platform.site.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T12:00:00Z");
    private static final Site SITE = new Site("main", ZoneId.of("America/New_York"), "n", "p", Map.of(), Set.of());

    @ParameterizedTest
    @CsvSource({
        "2027-03-14T02:30, 2027-03-14T07:00:00Z", // a gap: the first valid instant after
        "2027-03-14T03:00, 2027-03-14T07:00:00Z",
        "2027-03-14T01:59, 2027-03-14T06:59:00Z",
        "2026-11-01T01:30, 2026-11-01T05:30:00Z", // an overlap: the earlier one
        "2026-11-01T02:00, 2026-11-01T07:00:00Z"})
    void takesWallTimesThroughClockChanges(LocalDateTime local, Instant instant) {
        assertThat(Start.at(SITE, local).instant()).isEqualTo(instant);
    }

    @Property
    void comesToTheSameWhateverTheOrder(@ForAll("stories") List<Told> story, @ForAll Random random) {
        List<Told> shuffled = new ArrayList<>(story);
        Collections.shuffle(shuffled, random);

        assertThat(State.after(shuffled)).isEqualTo(State.after(story));
    }

    @Property
    void neverLetsAnOlderChangeDecide(@ForAll("stories") List<Told> story) {
        Appointment appointment = empty();
        Instant newest = Instant.MIN;
        int version = 0;
        for (Told told : story) {
            Decision decision = appointment.decide(told);
            if (decision instanceof Decision.Publish publish) {
                AppointmentChanged fact = publish.fact();
                assertThat(fact.version()).isEqualTo(++version);
                assertThat(fact.occurredAt()).isAfterOrEqualTo(newest.isAfter(told.occurredAt()) ? newest : told.occurredAt());
                if (publish.applied()) {
                    assertThat(fact.occurredAt()).isEqualTo(told.occurredAt());
                }
            }
            newest = newest.isAfter(told.occurredAt()) ? newest : told.occurredAt();
            List<Told> all = new ArrayList<>(appointment.told());
            if (!all.contains(told)) {
                all.add(told);
            }
            appointment = new Appointment(appointment.id(), appointment.clientId(), appointment.kind(), version, all);
        }
    }

    @Provide
    Arbitrary<List<Told>> stories() {
        Arbitrary<Told> told = Combinators.combine(
                Arbitraries.of(Told.Kind.values()), Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(1, 5)).as((kind, hour, day) -> new Told(
                        kind, FIRST.plusSeconds(hour * 3600L),
                        kind == Told.Kind.BOOKED || kind == Told.Kind.MOVED
                                ? Start.at(SITE, LocalDateTime.of(2026, 12, day, 9, 0)) : null, null, null));
        return told.list().ofMinSize(1).ofMaxSize(8);
    }

    private static Appointment empty() {
        return new Appointment(UUID.randomUUID(), UUID.randomUUID(), AppointmentKind.THERAPY, 0, List.of());
    }
}
