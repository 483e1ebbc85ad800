package org.handrail.notifier.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.handrail.contract.Language;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Wording;

/** Sends a draft to the one who edits it, the way every mail goes, with links that do nothing. */
public final class SendingTestMails {

    public static final int MOST_AN_HOUR = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Drafts drafts;
    private final EditingTemplates editing;
    private final Proofreading proofreading;
    private final TestMails mails;
    private final Function<RenderedMail, String> post;
    private final Executor executor;
    private final Clock clock;

    /** @param post hands a message over and says with a code what came of it; run by the executor */
    public SendingTestMails(Drafts drafts, EditingTemplates editing, Proofreading proofreading, TestMails mails,
            Function<RenderedMail, String> post, Executor executor, Clock clock) {
        this.drafts = drafts;
        this.editing = editing;
        this.proofreading = proofreading;
        this.mails = mails;
        this.post = post;
        this.executor = executor;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** Written down and on its way. */
        record Begun(UUID id) implements Outcome {
        }

        record NoDraft() implements Outcome {
        }

        record Faulty(List<Fault> faults) implements Outcome {
        }

        record TooMany(Duration retryAfter) implements Outcome {
        }
    }

    public Outcome send(String key, String editor, String to, SamplePerson person, Language language,
            Wording wording) {
        Optional<Draft> draft = drafts.find(key);
        if (draft.isEmpty()) {
            return new Outcome.NoDraft();
        }
        List<Fault> faults = editing.faults(draft.get());
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        Proofreading.TestLetter letter = proofreading.testLetter(
                key, draft.get().sources(), person, language, wording, to);
        if (letter.mail() == null) {
            return new Outcome.Faulty(letter.faults());
        }
        return send(letter.mail(), new TestMail(letter.mail().deliveryId(), key, draft.get().revision(), person,
                language, wording, editor, to.substring(to.lastIndexOf('@') + 1), clock.instant(), null));
    }

    private Outcome send(RenderedMail mail, TestMail record) {
        Instant since = record.askedAt().minus(HOUR);
        if (!mails.begin(record, MOST_AN_HOUR, since)) {
            return new Outcome.TooMany(HOUR);
        }
        executor.execute(() -> mails.ended(record.id(), post.apply(mail)));
        return new Outcome.Begun(record.id());
    }
}
