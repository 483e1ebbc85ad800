package org.handrail.followup.template.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handrail.followup.template.MailTemplates;
import org.handrail.followup.template.MailTemplates.TextFault;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Templates in words. Times are the default site's, with their zone. */
@Component
class TemplateView {

    private final MessageSource messages;
    private final Sites sites;

    TemplateView(MessageSource messages, Sites sites) {
        this.messages = messages;
        this.sites = sites;
    }

    /** @param since empty while it was never published */
    record Row(String key, String name, int version, String since, @Nullable String purpose, @Nullable String draftBy) {
    }

    record Whole(int version, @Nullable DraftLine draft, List<FaultLine> faults, List<StepLine> history,
            List<TestLine> tests) {
    }

    record DraftLine(String editor, String at, int revision, int basedOn, boolean outdated) {
    }

    /** @param field the id of the field that it is in; null: of the template as a whole */
    record FaultLine(@Nullable String field, String where, String message) {
    }

    record StepLine(int version, String at, String by, String why, @Nullable Integer sameAs, boolean inForce) {
    }

    record TestLine(String at, String editor, String what, String outcome) {
    }

    /** Somebody else's text, where it differs from what was typed. */
    record Theirs(String name, String text) {
    }

    List<Row> list(MailTemplates.Overview overview, Locale locale) {
        return overview.templates().stream().map(each -> new Row(each.key(), name(each.key(), locale), each.version(),
                each.publishedAt() == null ? "" : at(each.publishedAt(), locale),
                each.purpose() == null ? null
                        : messages.getMessage("value.purpose." + each.purpose(), null, each.purpose().name(), locale),
                each.draft() == null ? null : each.draft().editor())).toList();
    }

    Whole of(MailTemplates.MailTemplate template, Locale locale) {
        MailTemplates.@Nullable DraftText draft = template.draft();
        return new Whole(template.version(),
                draft == null ? null : new DraftLine(draft.editor(), at(draft.editedAt(), locale), draft.revision(),
                        draft.basedOn(), draft.basedOn() != template.version()),
                draft == null ? List.of() : draft.faults().stream().map(fault -> line(fault, locale)).toList(),
                template.history().stream().map(step -> new StepLine(step.version(), at(step.publishedAt(), locale),
                        step.publishedBy(), step.why(), step.sameAs(), step.version() == template.version())).toList(),
                template.testMails().stream().map(test -> new TestLine(at(test.askedAt(), locale), test.editor(),
                        say("template.language." + test.language(), locale) + ", "
                                + say("template.wording." + test.wording(), locale),
                        test.outcome() == null ? say("template.on-its-way", locale) : test.outcome())).toList());
    }

    List<Theirs> theirs(MailTemplates.MailTemplate now, TemplateForm typed) {
        Map<String, String> current = TemplateForm.of(now).texts();
        return current.entrySet().stream()
                .filter(text -> !text.getValue().strip().equals(typed.texts().getOrDefault(text.getKey(), "").strip()))
                .map(text -> new Theirs(text.getKey(), text.getValue())).toList();
    }

    private FaultLine line(TextFault fault, Locale locale) {
        String language = fault.language() == null ? "" : say("template.language." + fault.language(), locale) + ", ";
        String wording = fault.wording() == null ? "" : say("template.wording." + fault.wording(), locale) + ", ";
        String field = fault.language() == null ? null
                : (fault.wording() == null ? "discreet" : fault.wording()) + "_" + fault.language();
        return new FaultLine(field, language + wording + fault.place(), fault.message());
    }

    private String name(String key, Locale locale) {
        return messages.getMessage("value.template." + key, null, key, locale);
    }

    private String say(String code, Locale locale) {
        return messages.getMessage(code, null, code, locale);
    }

    private String at(Instant instant, Locale locale) {
        return Moments.full(instant, sites.defaultSite().zone(), locale);
    }
}
