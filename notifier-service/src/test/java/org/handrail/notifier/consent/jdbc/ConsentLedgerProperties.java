package org.handrail.notifier.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.Purpose.APPOINTMENT_REMINDERS;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.handrail.contract.ExpiryEvent;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;

/** The tables, after histories that arrive in any order and twice, against a model of a few lines. */
class ConsentLedgerProperties {

    private static final List<Purpose> PURPOSES = List.of(FOLLOW_UP, APPOINTMENT_REMINDERS);
    /** Longer than clocks are apart. */
    private static final Duration STEP = Duration.ofMinutes(10);

    private static TestLedger ledger;

    /** The person whom staff know, and a duplicate of theirs. */
    private List<UUID> people;
    private LedgerModel model;
    private final Map<UUID, Integer> addresses = new HashMap<>();
    private final Set<String> readBack = new HashSet<>();
    private final Set<Purpose> carriedOver = new HashSet<>();

    enum Kind { GIVEN, UNWARNED, STOPPED, STOPPED_ALL, DISCHARGED, MOVED, READ_BACK, MERGED }

    /**
     * @param lasts   steps until it expires; 0: no date
     * @param untilOut until the discharge
     * @param ahead   by a clock that is a week ahead
     */
    record Happening(Kind kind, int who, Purpose purpose, int lasts, boolean untilOut, boolean ahead) {
    }

    @BeforeContainer
    static void start() {
        ledger = new TestLedger("ConsentLedgerProperties");
    }

    @AfterContainer
    static void stop() {
        ledger.close();
    }

    @BeforeTry
    void meetOthers() {
        people = List.of(UUID.randomUUID(), UUID.randomUUID());
        model = new LedgerModel();
        carriedOver.clear();
    }

    @Property(tries = 100)
    void comesToWhatASimpleModelSaysWhateverTheOrder(@ForAll("histories") List<Happening> history, @ForAll long seed) {
        List<Integer> arrivals = new ArrayList<>(IntStream.range(0, 2 * history.size())
                .mapToObj(i -> i % history.size()).toList());
        Collections.shuffle(arrivals, new Random(seed));
        Instant began = NOW.plus(STEP.multipliedBy(history.size() + 1));

        for (int i = 0; i < arrivals.size(); i++) {
            Instant now = began.plus(STEP.multipliedBy(i));
            ledger.clock.set(now);
            arrive(history.get(arrivals.get(i)), arrivals.get(i), now);
            ledger.inTransaction(ledger.consents::expire);

            for (UUID person : people) {
                for (Purpose purpose : PURPOSES) {
                    assertThat(state(person, purpose)).as("%s after %d of %s", purpose, i + 1, arrivals)
                            .isEqualTo(model.state(person, purpose, now));
                }
                assertThat(confirmed(person)).isEqualTo(
                        readBack.contains(person + " " + addresses.getOrDefault(person, 0)));
            }
        }
    }

    /** Index and kind make the ids, so that what arrives twice is the same. */
    private void arrive(Happening what, int index, Instant now) {
        UUID person = people.get(what.who());
        Instant at = what.ahead() ? NOW.plus(Duration.ofDays(7)) : NOW.plus(STEP.multipliedBy(index));
        switch (what.kind()) {
            case GIVEN, UNWARNED -> enter(new ConsentRecorded(person, id(index, person), what.purpose(), "web-form/1",
                    Language.EN, HowGiven.WEB_FORM, "web-form", what.kind() == Kind.GIVEN, at,
                    what.lasts() == 0 ? null : at.plus(STEP.multipliedBy(what.lasts())),
                    what.untilOut() ? ExpiryEvent.DISCHARGED : null), now);
            case STOPPED -> enter(stop(person, id(index, person), at, what.purpose()), now);
            case STOPPED_ALL -> enter(stop(person, id(index, person), at, FOLLOW_UP, APPOINTMENT_REMINDERS), now);
            case DISCHARGED -> {
                ClientDischarged discharge = new ClientDischarged(person, id(index, person), at, false, "main");
                ledger.inTransaction(() -> ledger.consents.discharged(List.of(discharge)));
                model.happened(discharge);
            }
            case MOVED -> {
                int version = index + 1;
                ledger.inTransaction(() -> ledger.contacts.keep(List.of(
                        Given.contact(person, version, "robin" + version + "@example.org", version))));
                addresses.merge(person, version, Math::max);
            }
            case READ_BACK -> {
                int version = 1 + index / 2;
                if (addresses.getOrDefault(person, 0) <= version) {
                    ledger.inTransaction(() -> ledger.addresses.readBack(List.of(Given.readBack(person, version)), now));
                    readBack.add(person + " " + version);
                }
            }
            case MERGED -> merge(now);
        }
    }

    /** As intake-service does it: the duplicate's stops, each once and since when it is in force, and nothing else. */
    private void merge(Instant now) {
        Map<Purpose, String> before = new HashMap<>();
        PURPOSES.forEach(purpose -> before.put(purpose, state(people.get(0), purpose)));
        for (Purpose purpose : PURPOSES) {
            if (state(people.get(1), purpose).equals("WITHDRAWN") && carriedOver.add(purpose)) {
                Instant since = ledger.jdbc.queryForObject(
                        "select since from consent where client_id = ? and purpose = ?",
                        java.time.OffsetDateTime.class, people.get(1), purpose.name()).toInstant();
                enter(stop(people.get(0), id(1000 + purpose.ordinal(), people.get(0)), since, purpose), now);
            }
            if (!before.get(purpose).equals("IN_FORCE")) {
                assertThat(state(people.get(0), purpose)).as("a merge revives nothing").isNotEqualTo("IN_FORCE");
            }
        }
    }

    private void enter(ConsentRecorded consent, Instant now) {
        ledger.inTransaction(() -> ledger.consents.enter(List.of(consent), List.of()));
        model.entered(consent, now);
    }

    private void enter(StopRequested stop, Instant now) {
        ledger.inTransaction(() -> ledger.consents.enter(List.of(), List.of(stop)));
        model.entered(stop, now);
    }

    private static StopRequested stop(UUID person, UUID id, Instant at, Purpose... purposes) {
        return new StopRequested(person, id, Set.of(purposes), HowGiven.SPOKEN, "staff-7", at);
    }

    private static String state(UUID person, Purpose purpose) {
        return ledger.jdbc.queryForList("select state from consent where client_id = ? and purpose = ?", String.class,
                person, purpose.name()).stream().findFirst().orElse("NONE");
    }

    private static boolean confirmed(UUID person) {
        return !ledger.jdbc.queryForList("""
                select 1 from contact c join address a using (client_id, address_version)
                where c.client_id = ? and a.confirmed_at is not null
                """, Integer.class, person).isEmpty();
    }

    private static UUID id(int index, UUID person) {
        return UUID.nameUUIDFromBytes((index + " of " + person).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        return Combinators.combine(Arbitraries.of(Kind.values()), Arbitraries.integers().between(0, 1),
                Arbitraries.of(PURPOSES), Arbitraries.integers().between(0, 30), Arbitraries.of(true, false),
                Arbitraries.frequency(net.jqwik.api.Tuple.of(5, false), net.jqwik.api.Tuple.of(1, true)))
                .as(Happening::new).list().ofMinSize(3).ofMaxSize(10);
    }
}
