package org.handrail.notifier.editing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.EditingTemplates;
import org.handrail.notifier.editing.SamplePerson;
import org.handrail.notifier.editing.Sources;
import org.handrail.notifier.template.Wording;
import org.handrail.platform.problem.FieldFault;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What comes over the wire, of which anything may be missing or wrong; every fault is named at once. */
final class Bodies {

    private static final int LONGEST_EDITOR = 100;
    private static final int LONGEST_WHY = 500;
    private static final int LONGEST_ADDRESS = 254;
    /** Stricter than RFC 5321: editors have plain addresses. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    private Bodies() {
    }

    record Keep(@Nullable String editor, @Nullable Integer revision, @Nullable Integer basedOn,
            @Nullable Map<String, @Nullable SourcesView> sources) {

        record Checked(String editor, int revision, int basedOn, Sources sources) {
        }

        Checked checked(String key) {
            List<FieldFault> faults = new ArrayList<>();
            if (!EditingTemplates.isKey(key)) {
                faults.add(new FieldFault("/key", "must be small letters, figures and hyphens, at most 60"));
            }
            Checked checked = new Checked(line(faults, "/editor", editor, LONGEST_EDITOR),
                    number(faults, "/revision", revision), number(faults, "/basedOn", basedOn),
                    SourcesView.read(sources, faults));
            return none(faults, checked);
        }
    }

    record Publish(@Nullable String editor, @Nullable String why, @Nullable Integer revision) {

        record Checked(String editor, String why, int revision) {
        }

        Checked checked() {
            List<FieldFault> faults = new ArrayList<>();
            return none(faults, new Checked(line(faults, "/editor", editor, LONGEST_EDITOR),
                    line(faults, "/why", why, LONGEST_WHY), number(faults, "/revision", revision)));
        }
    }

    record RollBack(@Nullable String editor, @Nullable String why, @Nullable Integer to, @Nullable Integer from) {

        record Checked(String editor, String why, int to, int from) {
        }

        Checked checked() {
            List<FieldFault> faults = new ArrayList<>();
            return none(faults, new Checked(line(faults, "/editor", editor, LONGEST_EDITOR),
                    line(faults, "/why", why, LONGEST_WHY), number(faults, "/to", to), number(faults, "/from", from)));
        }
    }

    /** @param sources null: the draft, or what is published */
    record Preview(@Nullable Map<String, @Nullable SourcesView> sources, @Nullable String person,
            @Nullable String language, @Nullable String wording) {

        record Checked(@Nullable Sources sources, Reader reader) {
        }

        Checked checked() {
            List<FieldFault> faults = new ArrayList<>();
            return none(faults, new Checked(sources == null ? null : SourcesView.read(sources, faults),
                    Reader.of(faults, person, language, wording)));
        }
    }

    record Test(@Nullable String editor, @Nullable String to, @Nullable String person, @Nullable String language,
            @Nullable String wording) {

        record Checked(String editor, String to, Reader reader) {
        }

        Checked checked() {
            List<FieldFault> faults = new ArrayList<>();
            if (to == null || to.length() > LONGEST_ADDRESS || !ADDRESS.matcher(to).matches()) {
                faults.add(new FieldFault("/to", "must be one email address"));
            }
            return none(faults, new Checked(line(faults, "/editor", editor, LONGEST_EDITOR), to == null ? "" : to,
                    Reader.of(faults, person, language, wording)));
        }
    }

    /** For whom. */
    record Reader(SamplePerson person, Language language, Wording wording) {

        static Reader of(List<FieldFault> faults, @Nullable String person, @Nullable String language,
                @Nullable String wording) {
            return new Reader(
                    one(faults, "/person", SamplePerson.of(person), SamplePerson.NAMED),
                    one(faults, "/language", Arrays.stream(Language.values())
                            .filter(each -> each.tag().equals(language)).findFirst(), Language.EN),
                    one(faults, "/wording", Arrays.stream(Wording.values())
                            .filter(each -> Views.name(each).equals(wording)).findFirst(), Wording.DISCREET));
        }
    }

    private static <T> T one(List<FieldFault> faults, String field, Optional<T> found, T otherwise) {
        if (found.isEmpty()) {
            faults.add(new FieldFault(field, "must be one of those that are listed"));
        }
        return found.orElse(otherwise);
    }

    static String line(List<FieldFault> faults, String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.strip().length() > longest
                || text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new FieldFault(field, "must be a line of 1 to " + longest + " characters"));
            return "";
        }
        return text.strip();
    }

    private static int number(List<FieldFault> faults, String field, @Nullable Integer number) {
        if (number == null || number < 0) {
            faults.add(new FieldFault(field, "must be given, from 0"));
            return 0;
        }
        return number;
    }

    static <T> T none(List<FieldFault> faults, T checked) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return checked;
    }
}
