package org.handrail.notifier.editing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.handrail.contract.Language;
import org.handrail.notifier.delivery.jdbc.TestSender;
import org.handrail.notifier.editing.BringingShipped;
import org.handrail.notifier.editing.Draft;
import org.handrail.notifier.editing.Edited;
import org.handrail.notifier.editing.EditingTemplates;
import org.handrail.notifier.editing.EditingTemplates.Outcome;
import org.handrail.notifier.editing.TemplateVersion;
import org.handrail.notifier.link.ClientLinks;
import org.handrail.notifier.link.FixedLinkKeys;
import org.handrail.notifier.link.LinkTokens;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;
import org.handrail.notifier.template.mustache.Renderings;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Each test has a key of its own: what was published can't be taken back. */
class EditingTemplatesTest {

    private static TestLedger ledger;
    private static JdbcVersions versions;
    private static JdbcDrafts drafts;
    private static EditingTemplates editing;

    @BeforeAll
    static void open() {
        ledger = new TestLedger("EditingTemplatesTest");
        versions = new JdbcVersions(ledger.jdbc);
        drafts = new JdbcDrafts(ledger.jdbc);
        editing = new EditingTemplates(versions, drafts, Renderings.proofreading(TestSender.SITES, ledger.clock),
                new EditingTemplates.Transactions() {
                    @Override
                    public <T> T in(Supplier<T> work) {
                        return ledger.inTransaction(work);
                    }
                }, ledger.clock);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void publishesADraftAndTakesItBack() {
        assertThat(publish("note", 0, "How are you?")).isEqualTo(1);
        assertThat(publish("note", 1, "Are you well?")).isEqualTo(2);
        assertThat(drafts.find("note")).isEmpty();

        Outcome back = editing.rollBack("note", 1, 2, "vera", "The first one was better");

        assertThat(back).isInstanceOf(Outcome.Published.class);
        assertThat(versions.history("note")).extracting(TemplateVersion::version).containsExactly(3, 2, 1);
        assertThat(versions.newest("note")).hasValueSatisfying(now -> {
            assertThat(now.sameAs()).isEqualTo(1);
            assertThat(now.sources()).isEqualTo(Edited.saying("How are you?"));
            assertThat(now.publishedBy()).isEqualTo("vera");
            assertThat(now.publishedAt()).isEqualTo(NOW);
        });
        assertThat(editing.rollBack("note", 1, 2, "vera", "again")).isEqualTo(new Outcome.Outdated(3));
        assertThat(editing.rollBack("note", 9, 3, "vera", "why")).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void tellsTheSecondEditorAndLosesNothing() {
        int revision = keep("desk", 0, 0, "Anna's words");

        Outcome second = editing.keep("desk", 0, 0, "bert", Edited.saying("Bert's words"));

        assertThat(second).isInstanceOfSatisfying(Outcome.Overtaken.class, overtaken ->
                assertThat(overtaken.now().map(Draft::sources)).hasValue(Edited.saying("Anna's words")));
        assertThat(editing.keep("desk", revision + 1_000, 0, "bert", Edited.saying("Bert's words")))
                .isInstanceOf(Outcome.Overtaken.class);
        assertThat(editing.publish("desk", revision + 1_000, "bert", "why")).isInstanceOf(Outcome.Overtaken.class);
        assertThat(editing.discard("desk", revision + 1_000)).isFalse();
        assertThat(editing.discard("desk", revision)).isTrue();
        assertThat(keep("desk", 0, 0, "Bert's words")).as("never the revision of the draft before").isNotEqualTo(revision);
    }

    @Test
    void letsOneOfTwoWin() throws Exception {
        List<Outcome> kept = atOnce(i -> editing.keep("race", 0, 0, "editor-" + i, Edited.saying("Note " + i)));
        assertThat(kept).filteredOn(Outcome.Kept.class::isInstance).hasSize(1);
        int revision = drafts.find("race").orElseThrow().revision();

        List<Outcome> published = atOnce(i -> editing.publish("race", revision, "editor-" + i, "why"));

        assertThat(published).filteredOn(Outcome.Published.class::isInstance).hasSize(1);
        assertThat(versions.history("race")).hasSize(1);
        publish("race", 1, "Second");
        List<Outcome> back = atOnce(i -> editing.rollBack("race", 1, 2, "editor-" + i, "why"));
        assertThat(back).filteredOn(Outcome.Published.class::isInstance).hasSize(1);
        assertThat(versions.history("race")).hasSize(3);
    }

    @Test
    void doesNotPublishOverWhatItsEditorNeverSaw() {
        publish("stale", 0, "First");
        int revision = keep("stale", 0, 1, "Mine");
        versions.add(versions.newest("stale").orElseThrow()
                .next(Edited.saying("Theirs"), NOW, TemplateVersion.HANDRAIL, "release"));

        assertThat(editing.publish("stale", revision, "anna", "why")).isEqualTo(new Outcome.Outdated(2));
        assertThat(drafts.find("stale")).isPresent();
        int again = keep("stale", revision, 2, "Mine, having read theirs");
        assertThat(editing.publish("stale", again, "anna", "why")).isInstanceOf(Outcome.Published.class);
    }

    @Test
    void publishesNothingWithFaults() {
        Outcome kept = editing.keep("faulty", 0, 0, "anna", Edited.saying("Your detox"));
        assertThat(kept).isInstanceOfSatisfying(Outcome.Kept.class, draft ->
                assertThat(draft.faults()).extracting(fault -> fault.language() + " " + fault.place())
                        .containsExactlyInAnyOrder("EN subject", "EN block 1", "ES subject", "ES block 1"));

        assertThat(editing.publish("faulty", ((Outcome.Kept) kept).draft().revision(), "anna", "why"))
                .isInstanceOf(Outcome.Faulty.class);
        assertThat(versions.history("faulty")).isEmpty();
    }

    @Test
    void keepsWhatWasPublishedForEver() {
        publish("kept", 0, "First");

        for (String sql : List.of("update template_version set why = 'x'", "delete from template_version",
                "truncate template_version")) {
            assertThatThrownBy(() -> ledger.jdbc.execute(sql)).isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void bringsABetterTextOfALaterReleaseWithoutTakingAnOwnOneAway() {
        bring("release", "One");
        bring("release", "One");
        bring("release", "Two");
        assertThat(says("release")).as("nobody edited it").isEqualTo("2: Two");

        publish("release", 2, "Ours");
        bring("release", "Three");
        assertThat(says("release")).isEqualTo("5: Ours");
        assertThat(versions.history("release").get(0).sameAs()).isEqualTo(3);
        assertThat(versions.find("release", 4).orElseThrow().sources()).isEqualTo(Edited.saying("Three"));

        bring("release", "Two");
        bring("release", "Three");
        assertThat(says("release")).as("an older release beside a newer one").isEqualTo("5: Ours");
        editing.rollBack("release", 4, 5, "anna", "Theirs is better");
        bring("release", "Four");
        assertThat(says("release")).as("as shipped again").isEqualTo("7: Four");
    }

    @Test
    void isInForceInEveryInstanceWithinASecond() {
        publish("seen", 0, "First");
        AtomicLong nanos = new AtomicLong();
        Rendering one = instance(nanos);
        Rendering other = instance(nanos);
        assertThat(mail(one).text()).startsWith("First.");

        publish("seen", 1, "Second");
        nanos.addAndGet(1_000_000_000L);

        for (Rendering instance : List.of(one, other)) {
            assertThat(mail(instance).text()).startsWith("Second.");
            assertThat(mail(instance).templateVersion()).isEqualTo(2);
        }
    }

    private static Rendering instance(AtomicLong nanos) {
        FixedLinkKeys keys = new FixedLinkKeys();
        return Renderings.of(new JdbcVersions(ledger.jdbc), nanos::get,
                new ClientLinks(java.net.URI.create("https://messages.example.org"), new LinkTokens(keys)),
                new ReturnPaths(keys));
    }

    private static RenderedMail mail(Rendering rendering) {
        return rendering.render(Reminders.reminder("seen", Language.EN, "Alex"));
    }

    private static void bring(String key, String words) {
        new BringingShipped(versions).bring(Map.of(key, Edited.saying(words)), NOW);
    }

    private static String says(String key) {
        TemplateVersion now = versions.newest(key).orElseThrow();
        return now.version() + ": " + now.sources().in(Language.EN).orElseThrow().discreet()
                .lines().findFirst().orElseThrow().substring("subject: ".length());
    }

    private static int publish(String key, int basedOn, String words) {
        return ((Outcome.Published) editing.publish(key, keep(key, 0, basedOn, words), "anna", "Because"))
                .version().version();
    }

    private static int keep(String key, int revision, int basedOn, String words) {
        return ((Outcome.Kept) editing.keep(key, revision, basedOn, "anna", Edited.saying(words))).draft().revision();
    }

    private interface Try {

        Outcome by(int editor);
    }

    private static List<Outcome> atOnce(Try work) throws Exception {
        ExecutorService editors = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Outcome>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int editor = i;
                tries.add(() -> work.by(editor));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> done : editors.invokeAll(tries)) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            editors.shutdownNow();
        }
    }
}
