package org.handrail.followup.template.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.followup.template.MailTemplates;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mail templates for admins. Who changed what is in the audit log, the text never. */
@Tag(name = "Mail templates", description = "What mails say, as versions; for admins")
@RestController
@RequestMapping(path = "/api/v1/templates", produces = MediaType.APPLICATION_JSON_VALUE)
class TemplatesApi {

    private final MailTemplates templates;
    private final TemplateAudit audit;

    TemplatesApi(MailTemplates templates, TemplateAudit audit) {
        this.templates = templates;
        this.audit = audit;
    }

    /** @param basedOn the version that was read; 0 for a new key */
    record DraftBody(@Nullable Integer revision, @Nullable Integer basedOn,
            @Nullable Map<String, MailTemplates.Texts> sources) {
    }

    record PreviewBody(@Nullable Map<String, MailTemplates.Texts> sources, @Nullable String person,
            @Nullable String language, @Nullable String wording) {
    }

    record TestBody(@Nullable String to, @Nullable String person, @Nullable String language,
            @Nullable String wording) {
    }

    record PublishBody(@Nullable String why, @Nullable Integer revision) {
    }

    record RollBackBody(@Nullable String why, @Nullable Integer to, @Nullable Integer from) {
    }

    record NewVersion(int version) {
    }

    @Operation(summary = "All templates", description = "With the placeholders and the made-up people to try them on.")
    @GetMapping
    MailTemplates.Overview all() {
        return Relaying.answer(templates::overview);
    }

    @Operation(summary = "One template",
            description = "What is in force, its history, its draft and the last test mails.")
    @GetMapping("/{key}")
    MailTemplates.MailTemplate one(@PathVariable String key) {
        return Relaying.answer(() -> templates.find(key));
    }

    @Operation(summary = "One version of it")
    @GetMapping("/{key}/versions/{version}")
    MailTemplates.VersionText version(@PathVariable String key, @PathVariable int version) {
        return Relaying.answer(() -> templates.version(key, version));
    }

    @Operation(summary = "Begin or change the draft",
            description = "`revision` as it was read, 0 for none. It may have faults; all of them are answered.")
    @ApiResponse(responseCode = "409", description = "Somebody else was first: `draft` is what there is now")
    @PutMapping("/{key}/draft")
    MailTemplates.Kept keep(@PathVariable String key, @RequestBody DraftBody body,
            @AuthenticationPrincipal SignedIn me) {
        MailTemplates.Kept kept = Relaying.answer(() -> templates.keep(key, editor(me),
                number("/revision", body.revision()), number("/basedOn", body.basedOn()),
                body.sources() == null ? Map.of() : body.sources()));
        audit.note(me, "template.draft-kept", key);
        return kept;
    }

    @Operation(summary = "Discard the draft")
    @DeleteMapping("/{key}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String key, @RequestParam int revision, @AuthenticationPrincipal SignedIn me) {
        Relaying.answer(() -> {
            templates.discard(key, revision);
            return key;
        });
        audit.note(me, "template.draft-discarded", key);
    }

    @Operation(summary = "The mail as somebody would get it",
            description = "`sources` may be left out: the draft, or else what is in force. Links lead nowhere.")
    @PostMapping("/{key}/preview")
    MailTemplates.SampleMail preview(@PathVariable String key, @RequestBody PreviewBody body) {
        return Relaying.answer(() -> templates.preview(key, body.sources(),
                reader(body.person(), body.language(), body.wording())));
    }

    @Operation(summary = "Send the draft to its editor", description = "One address; ten an hour and editor.")
    @ApiResponse(responseCode = "409", description = "There is no draft, or it has faults: `faults`")
    @ApiResponse(responseCode = "429", description = "That was enough for this hour")
    @PostMapping("/{key}/test-mail")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendTest(@PathVariable String key, @RequestBody TestBody body, @AuthenticationPrincipal SignedIn me) {
        Relaying.answer(() -> {
            templates.sendTest(key, editor(me), Objects.requireNonNullElse(body.to(), ""),
                    reader(body.person(), body.language(), body.wording()));
            return key;
        });
        audit.note(me, "template.test-mailed", key);
    }

    @Operation(summary = "Publish the draft", description = "In force within a second, for every mail from then on.")
    @ApiResponse(responseCode = "409",
            description = "The draft was changed (`draft`), or another version is in force (`version`)")
    @ApiResponse(responseCode = "422", description = "It has faults; all of them are listed: `faults`")
    @PostMapping("/{key}/publish")
    @ResponseStatus(HttpStatus.CREATED)
    NewVersion publish(@PathVariable String key, @RequestBody PublishBody body, @AuthenticationPrincipal SignedIn me) {
        int version = Relaying.answer(() -> templates.publish(key, editor(me),
                Objects.requireNonNullElse(body.why(), ""), number("/revision", body.revision())));
        audit.note(me, "template.published", key + "/" + version);
        return new NewVersion(version);
    }

    @Operation(summary = "Bring an earlier version back", description = "As a new version with the same text.")
    @ApiResponse(responseCode = "409", description = "Another version is in force than `from`: `version`")
    @ApiResponse(responseCode = "422", description = "By the list of words of today it has faults: `faults`")
    @PostMapping("/{key}/roll-back")
    @ResponseStatus(HttpStatus.CREATED)
    NewVersion rollBack(@PathVariable String key, @RequestBody RollBackBody body,
            @AuthenticationPrincipal SignedIn me) {
        int version = Relaying.answer(() -> templates.rollBack(key, editor(me),
                Objects.requireNonNullElse(body.why(), ""), number("/to", body.to()), number("/from", body.from())));
        audit.note(me, "template.rolled-back", key + "/" + version);
        return new NewVersion(version);
    }

    static String editor(SignedIn me) {
        return me.signInName();
    }

    private static MailTemplates.SampleReader reader(
            @Nullable String person, @Nullable String language, @Nullable String wording) {
        return new MailTemplates.SampleReader(Objects.requireNonNullElse(person, ""),
                Objects.requireNonNullElse(language, ""), Objects.requireNonNullElse(wording, "discreet"));
    }

    private static int number(String field, @Nullable Integer value) {
        if (value == null || value < 0) {
            throw Problem.invalid(field, "must be given, from 0");
        }
        return value;
    }
}
