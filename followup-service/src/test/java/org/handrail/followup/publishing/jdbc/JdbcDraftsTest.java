package org.handrail.followup.publishing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.OwnThreads;
import org.handrail.followup.publishing.Draft;
import org.junit.jupiter.api.Test;

class JdbcDraftsTest {

    static final FollowupDatabase DATABASE = new FollowupDatabase();
    static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);

    final JdbcDrafts drafts = new JdbcDrafts(DATABASE.jdbc());
    final UUID ann = UUID.randomUUID();
    final UUID bob = UUID.randomUUID();
    final String schedule = "s-" + UUID.randomUUID();

    @Test
    void keepsWhatWasWrittenAsItWasWritten() {
        Draft added = drafts.add(schedule, 3, "{\"title\":\"b\",\"id\":\"a\"}", ann, NOON);

        assertThat(added).isEqualTo(new Draft(schedule, 1, 3, 1, "{\"title\":\"b\",\"id\":\"a\"}", ann, NOON, ann, NOON,
                Draft.State.OPEN));
        assertThat(drafts.find(schedule, 1)).contains(added);
        assertThat(drafts.find(schedule, 2)).isEmpty();
    }

    @Test
    void aNewScheduleHasNoBase() {
        assertThat(drafts.add(schedule, null, "{}", ann, NOON).base()).isNull();
        assertThat(drafts.open()).extracting(Draft::scheduleId).contains(schedule);
    }

    @Test
    void manyWhoBeginAtOnceEachGetANumberOfTheirOwn() {
        List<Integer> numbers = IntStream.range(0, 16).mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> drafts.add(schedule, 1, "{}", ann, NOON).number(), OwnThreads.EACH))
                .toList().stream().map(CompletableFuture::join).sorted().toList();

        assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void ofTwoWhoChangeTheSameRevisionOneDoes() {
        drafts.add(schedule, 1, "{}", ann, NOON);

        List<Optional<Draft>> both = List.of(ann, bob).stream().map(who -> CompletableFuture.supplyAsync(
                        () -> drafts.change(schedule, 1, 1, 1, "{\"by\":\"" + who + "\"}", who, LATER), OwnThreads.EACH))
                .toList().stream().map(CompletableFuture::join).toList();

        Draft won = both.stream().flatMap(Optional::stream).reduce((a, b) -> {
            throw new AssertionError("both did");
        }).orElseThrow();
        assertThat(drafts.find(schedule, 1)).contains(won);
        assertThat(won.revision()).isEqualTo(2);
        assertThat(won.definition()).contains(won.changedBy().toString());
        assertThat(won.createdBy()).isEqualTo(ann);
    }

    @Test
    void anEndedDraftIsNoLongerListedNorChanged() {
        drafts.add(schedule, 1, "{}", ann, NOON);
        drafts.add(schedule, 1, "{}", ann, NOON);

        assertThat(drafts.discard(schedule, 1, 1, bob, LATER)).hasValueSatisfying(ended -> {
            assertThat(ended.state()).isEqualTo(Draft.State.DISCARDED);
            assertThat(ended.changedBy()).isEqualTo(bob);
        });
        assertThat(drafts.markPublished(schedule, 2, 1, ann, LATER)).isPresent();

        assertThat(drafts.of(schedule)).isEmpty();
        assertThat(drafts.change(schedule, 1, 2, 1, "{}", ann, LATER)).isEmpty();
        assertThat(drafts.discard(schedule, 2, 2, ann, LATER)).isEmpty();
        assertThat(drafts.find(schedule, 2)).hasValueSatisfying(
                ended -> assertThat(ended.state()).isEqualTo(Draft.State.PUBLISHED));
        assertThat(drafts.add(schedule, 1, "{}", ann, NOON).number()).isEqualTo(3);
    }

    @Test
    void whoHoldsADraftKeepsOthersFromChangingItMeanwhile() {
        drafts.add(schedule, 1, "{}", ann, NOON);

        CompletableFuture<Optional<Draft>> other = DATABASE.transaction().execute(status -> {
            Draft held = drafts.hold(schedule, 1).orElseThrow();
            CompletableFuture<Optional<Draft>> waiting = CompletableFuture.supplyAsync(
                    () -> drafts.change(schedule, 1, 1, 1, "{\"late\":true}", bob, LATER), OwnThreads.EACH);
            drafts.markPublished(schedule, 1, held.revision(), ann, LATER);
            return waiting;
        });

        assertThat(other).isNotNull();
        assertThat(other.join()).isEmpty();
        assertThat(drafts.find(schedule, 1)).hasValueSatisfying(
                draft -> assertThat(draft.state()).isEqualTo(Draft.State.PUBLISHED));
    }
}
