package org.handrail.followup.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The desk at notifier-service where mail templates are edited as versions. Languages are tags ({@code en}), wordings
 * {@code discreet} and {@code detailed}, editors a line of at most 100 characters.
 *
 * <p>Each call throws {@link Refused} for what the desk says no to, and {@link DeskAway} when it does not answer.
 */
public interface MailTemplates {

    Overview overview();

    MailTemplate find(String key);

    VersionText version(String key, int version);

    /** @param revision of the draft as it was read; 0: there was none */
    Kept keep(String key, String editor, int revision, int basedOn, Map<String, Texts> sources);

    void discard(String key, int revision);

    /** @param sources null: the draft, or what is published */
    SampleMail preview(String key, @Nullable Map<String, Texts> sources, SampleReader reader);

    void sendTest(String key, String editor, String to, SampleReader reader);

    /** @return the new version */
    int publish(String key, String editor, String why, int revision);

    /**
     * @param from the version in force as it was read
     * @return the new version
     */
    int rollBack(String key, String editor, String why, int to, int from);

    record Overview(List<Listed> templates, List<Placeholder> placeholders, List<SamplePerson> people) {
    }

    record Placeholder(String name, boolean optional) {
    }

    record SamplePerson(String id, String words) {
    }

    /**
     * @param version      0: only a draft so far
     * @param namesATime   needs an appointment that lies ahead
     * @param forSchedules whether a schedule may name it
     */
    record Listed(String key, int version, @Nullable Instant publishedAt, @Nullable String publishedBy,
            @Nullable String why, @Nullable Purpose purpose, boolean namesATime, boolean forSchedules,
            @Nullable Begun draft) {
    }

    record Begun(String editor, Instant editedAt, int revision, int basedOn) {
    }

    record Texts(@Nullable String discreet, @Nullable String detailed) {
    }

    /** @param language null, as the wording: of the template as a whole */
    record TextFault(@Nullable String language, @Nullable String wording, String place, String message) {
    }

    record DraftText(String editor, Instant editedAt, int revision, int basedOn, Map<String, Texts> sources,
            List<TextFault> faults) {
    }

    /** @param history newest first */
    record MailTemplate(String key, int version, Map<String, Texts> sources, List<VersionStep> history,
            @Nullable DraftText draft, List<TestMail> testMails) {
    }

    record VersionStep(int version, Instant publishedAt, String publishedBy, String why, @Nullable Integer sameAs,
            boolean shipped) {
    }

    record VersionText(String key, int version, Map<String, Texts> sources, Instant publishedAt, String publishedBy,
            String why, @Nullable Integer sameAs, boolean shipped) {
    }

    /** @param outcome a code; null: on its way */
    record TestMail(Instant askedAt, String editor, String language, String wording, String person,
            @Nullable String outcome) {
    }

    record Kept(int revision, List<TextFault> faults) {
    }

    /** For whom a preview or a test mail is made. */
    record SampleReader(String person, String language, String wording) {
    }

    /** @param subject null, as the others: it can't be written, for the faults */
    record SampleMail(@Nullable String subject, @Nullable String preheader, @Nullable String text,
            @Nullable String html, List<TextFault> faults) {
    }
}
