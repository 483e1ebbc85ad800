package org.handrail.notifier.editing.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handrail.contract.Purpose;
import org.handrail.notifier.editing.Draft;
import org.handrail.notifier.editing.Fault;
import org.handrail.notifier.editing.Kind;
import org.handrail.notifier.editing.SamplePerson;
import org.handrail.notifier.editing.TemplateVersion;
import org.handrail.notifier.editing.TestMail;
import org.handrail.notifier.template.Wording;
import org.jspecify.annotations.Nullable;

/** What the answers are made of. */
final class Views {

    private Views() {
    }

    record FaultView(@Nullable String language, @Nullable String wording, String place, String message) {

        static List<FaultView> all(List<Fault> faults) {
            return faults.stream().map(fault -> new FaultView(
                    fault.language() == null ? null : fault.language().tag(),
                    fault.wording() == null ? null : name(fault.wording()), fault.place(), fault.message())).toList();
        }
    }

    record PersonView(String id, String words) {

        static PersonView of(SamplePerson person) {
            return new PersonView(person.id(), person.words());
        }
    }

    record Begun(String editor, Instant editedAt, int revision, int basedOn) {

        static Begun of(Draft draft) {
            return new Begun(draft.editor(), draft.editedAt(), draft.revision(), draft.basedOn());
        }
    }

    record DraftView(String editor, Instant editedAt, int revision, int basedOn, Map<String, SourcesView> sources,
            List<FaultView> faults) {

        static DraftView of(Draft draft, List<Fault> faults) {
            return new DraftView(draft.editor(), draft.editedAt(), draft.revision(), draft.basedOn(),
                    SourcesView.of(draft.sources()), FaultView.all(faults));
        }
    }

    /**
     * @param version     0: it was never published
     * @param purpose     of the mails it makes, for schedules
     * @param namesATime  whether it needs an appointment to come
     * @param forSchedules whether a schedule may name it
     */
    record Listed(String key, int version, @Nullable Instant publishedAt, @Nullable String publishedBy,
            @Nullable String why, @Nullable Purpose purpose, boolean namesATime, boolean forSchedules,
            @Nullable Begun draft) {

        static Listed published(TemplateVersion version, Kind kind, @Nullable Draft draft) {
            return new Listed(version.key(), version.version(), version.publishedAt(), version.publishedBy(),
                    version.why(), kind.purpose(), kind.namesATime(), kind.isForSchedules(),
                    draft == null ? null : Begun.of(draft));
        }

        static Listed begun(Draft draft) {
            return new Listed(draft.key(), 0, null, null, null, null, false, false, Begun.of(draft));
        }
    }

    record Step(int version, Instant publishedAt, String publishedBy, String why, @Nullable Integer sameAs,
            boolean shipped) {

        static Step of(TemplateVersion version) {
            return new Step(version.version(), version.publishedAt(), version.publishedBy(), version.why(),
                    version.sameAs(), version.shipped());
        }
    }

    record VersionView(String key, int version, Map<String, SourcesView> sources, Instant publishedAt,
            String publishedBy, String why, @Nullable Integer sameAs, boolean shipped) {

        static VersionView of(TemplateVersion version) {
            return new VersionView(version.key(), version.version(), SourcesView.of(version.sources()),
                    version.publishedAt(), version.publishedBy(), version.why(), version.sameAs(), version.shipped());
        }
    }

    record Whole(String key, int version, Map<String, SourcesView> sources, List<Step> history,
            @Nullable DraftView draft, List<TestView> testMails) {
    }

    /** @param outcome a code as in the ledger; null: on its way */
    record TestView(Instant askedAt, String editor, String language, String wording, String person,
            @Nullable String outcome) {

        static TestView of(TestMail mail) {
            return new TestView(mail.askedAt(), mail.editor(), mail.language().tag(), name(mail.wording()),
                    mail.person().id(), mail.outcome());
        }
    }

    static String name(Wording wording) {
        return wording.name().toLowerCase(Locale.ROOT);
    }
}
