package org.handrail.notifier.editing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.handrail.contract.Language;
import org.handrail.notifier.template.Wording;

/** What an editor does. Several may at once: who comes second is told so, and loses nothing. */
public final class EditingTemplates {

    /** As schedules write them. */
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 60;

    private final Versions versions;
    private final Drafts drafts;
    private final Proofreading proofreading;
    private final Transactions transactions;
    private final Clock clock;

    public EditingTemplates(Versions versions, Drafts drafts, Proofreading proofreading, Transactions transactions,
            Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.proofreading = proofreading;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All of the work or nothing of it. */
    public interface Transactions {

        <T> T in(Supplier<T> work);
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Kept(Draft draft, List<Fault> faults) implements Outcome {
        }

        record Published(TemplateVersion version) implements Outcome {
        }

        record Faulty(List<Fault> faults) implements Outcome {
        }

        /** Somebody else was quicker; the draft as it stands now, if there is one. */
        record Overtaken(Optional<Draft> now) implements Outcome {
        }

        /** The version that it is based on is no longer in force. */
        record Outdated(int newest) implements Outcome {
        }

        record Unknown() implements Outcome {
        }
    }

    public static boolean isKey(String key) {
        return key.length() <= LONGEST_KEY && KEY.matcher(key).matches();
    }

    public Outcome keep(String key, int revision, int basedOn, String editor, Sources sources) {
        Optional<TemplateVersion> inForce = versions.newest(key);
        if (basedOn > 0 && versions.find(key, basedOn).isEmpty()) {
            return new Outcome.Unknown();
        }
        Draft draft = new Draft(key, revision, basedOn, sources, editor, clock.instant());
        return drafts.keep(draft)
                .<Outcome>map(kept -> new Outcome.Kept(kept, faults(kept, inForce)))
                .orElseGet(() -> new Outcome.Overtaken(drafts.find(key)));
    }

    public boolean discard(String key, int revision) {
        return drafts.discard(key, revision);
    }

    public List<Fault> faults(Draft draft) {
        return faults(draft, versions.newest(draft.key()));
    }

    private List<Fault> faults(Draft draft, Optional<TemplateVersion> inForce) {
        return proofreading.faults(draft.key(), draft.sources(), inForce.map(TemplateVersion::sources).orElse(null));
    }

    public Outcome publish(String key, int revision, String editor, String why) {
        return transactions.in(() -> {
            Optional<Draft> draft = drafts.lock(key);
            if (draft.isEmpty() || draft.get().revision() != revision) {
                return new Outcome.Overtaken(draft);
            }
            return publish(draft.get(), editor, why);
        });
    }

    private Outcome publish(Draft draft, String editor, String why) {
        Optional<TemplateVersion> newest = versions.newest(draft.key());
        int number = newest.map(TemplateVersion::version).orElse(0);
        if (number != draft.basedOn()) {
            return new Outcome.Outdated(number);
        }
        List<Fault> faults = faults(draft, newest);
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        TemplateVersion next = new TemplateVersion(draft.key(), number + 1, draft.sources(), clock.instant(), editor, why,
                null, false);
        if (!versions.add(next)) {
            return new Outcome.Outdated(next.version());
        }
        drafts.discard(draft.key(), draft.revision());
        return new Outcome.Published(next);
    }

    /** @param from the version that the editor takes for the one in force */
    public Outcome rollBack(String key, int to, int from, String editor, String why) {
        Optional<TemplateVersion> newest = versions.newest(key);
        Optional<TemplateVersion> earlier = versions.find(key, to);
        if (newest.isEmpty() || earlier.isEmpty() || to >= from) {
            return new Outcome.Unknown();
        }
        if (newest.get().version() != from) {
            return new Outcome.Outdated(newest.get().version());
        }
        // words may have been added to the list, and placeholders taken away, since it was in force
        List<Fault> faults = proofreading.faults(key, earlier.get().sources(), newest.get().sources());
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        TemplateVersion next = newest.get().back(earlier.get(), clock.instant(), editor, why);
        return versions.add(next) ? new Outcome.Published(next) : new Outcome.Outdated(next.version());
    }

    public Proofreading.Preview preview(
            String key, Sources sources, SamplePerson person, Language language, Wording wording) {
        return proofreading.preview(key, sources, person, language, wording);
    }
}
