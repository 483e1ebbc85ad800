package org.handrail.followup.template.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.followup.template.DeskAway;
import org.handrail.followup.template.MailTemplates;
import org.handrail.followup.template.MailTemplates.SampleReader;
import org.handrail.followup.template.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where admins edit what mails say. What was typed is never lost: whatever is refused comes back in the form. */
@Controller
@RequestMapping("/admin/templates")
class TemplatePages {

    private static final String FRAMES = "; frame-src 'self'";
    private static final String OF_THE_MAIL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
    private static final String POLICY = "Content-Security-Policy";

    private final MailTemplates templates;
    private final TemplateView view;
    private final TemplateAudit audit;

    TemplatePages(MailTemplates templates, TemplateView view, TemplateAudit audit) {
        this.templates = templates;
        this.view = view;
        this.audit = audit;
    }

    @GetMapping
    String list(Locale locale, Model model) {
        model.addAttribute("templates", view.list(Relaying.answer(templates::overview), locale));
        return "templates";
    }

    /** Nothing is kept yet: the page of a key that there is none of is an empty form. */
    @GetMapping("/new")
    String begin(@RequestParam String key) {
        return "redirect:/admin/templates/" + (TemplateForm.isKey(key) ? key : "");
    }

    @GetMapping("/{key}")
    String page(@PathVariable String key, @RequestParam(defaultValue = "named") String person,
            @RequestParam(defaultValue = "en") String language, @RequestParam(defaultValue = "discreet") String wording,
            Locale locale, Model model, HttpServletResponse response) {
        return show(key, null, new SampleReader(person, language, wording), locale, model, response);
    }

    /** The mail itself, to stand in a frame where nothing of it can run. */
    @GetMapping("/{key}/mail")
    ResponseEntity<String> mail(@PathVariable String key, @RequestParam String person, @RequestParam String language,
            @RequestParam String wording, HttpServletResponse response) {
        MailTemplates.SampleMail shown = Relaying.answer(
                () -> templates.preview(key, null, new SampleReader(person, language, wording)));
        response.setHeader(POLICY, OF_THE_MAIL);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(Objects.requireNonNullElse(shown.html(), "<!doctype html><title>-</title>"));
    }

    @PostMapping("/{key}/draft")
    String keep(@PathVariable String key, @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedIn me, Locale locale, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        TemplateForm form = TemplateForm.of(fields);
        try {
            MailTemplates.Kept kept = templates.keep(
                    key, TemplatesApi.editor(me), form.revision(), form.basedOn(), form.sources());
            audit.note(me, "template.draft-kept", key);
            redirect.addFlashAttribute("said", kept.faults().isEmpty() ? "template.kept" : "template.kept-faulty");
            return back(key);
        } catch (Refused | DeskAway e) {
            model.addAttribute("refused", code(e));
            return show(key, form, new SampleReader("named", "en", "discreet"), locale, model, response);
        }
    }

    @PostMapping("/{key}/discard")
    String discard(@PathVariable String key, @RequestParam int revision, @AuthenticationPrincipal SignedIn me,
            RedirectAttributes redirect) {
        return done(key, redirect, "template.discarded", () -> {
            templates.discard(key, revision);
            audit.note(me, "template.draft-discarded", key);
        });
    }

    @PostMapping("/{key}/publish")
    String publish(@PathVariable String key, @RequestParam int revision, @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
        return done(key, redirect, "template.published", () -> {
            int version = templates.publish(key, TemplatesApi.editor(me), why, revision);
            audit.note(me, "template.published", key + "/" + version);
        });
    }

    @PostMapping("/{key}/roll-back")
    String rollBack(@PathVariable String key, @RequestParam int to, @RequestParam int from,
            @RequestParam(defaultValue = "") String why, @AuthenticationPrincipal SignedIn me,
            RedirectAttributes redirect) {
        return done(key, redirect, "template.rolled-back", () -> {
            int version = templates.rollBack(key, TemplatesApi.editor(me), why, to, from);
            audit.note(me, "template.rolled-back", key + "/" + version);
        });
    }

    @PostMapping("/{key}/test-mail")
    String sendTest(@PathVariable String key, @RequestParam(defaultValue = "") String to, @RequestParam String person,
            @RequestParam String language, @RequestParam String wording, @AuthenticationPrincipal SignedIn me,
            RedirectAttributes redirect) {
        return done(key, redirect, "template.test-sent", () -> {
            templates.sendTest(key, TemplatesApi.editor(me), to.strip(), new SampleReader(person, language, wording));
            audit.note(me, "template.test-mailed", key);
        });
    }

    private String show(String key, @Nullable TemplateForm typed, SampleReader reader, Locale locale, Model model,
            HttpServletResponse response) {
        response.setHeader(POLICY, response.getHeader(POLICY) + FRAMES);
        MailTemplates.Overview overview = Relaying.answer(templates::overview);
        MailTemplates.@Nullable MailTemplate template = find(key);
        model.addAttribute("key", key);
        model.addAttribute("placeholders", overview.placeholders());
        model.addAttribute("people", overview.people());
        model.addAttribute("reader", reader);
        model.addAttribute("template", template == null ? null : view.of(template, locale));
        model.addAttribute("form", typed == null ? TemplateForm.of(template) : typed.over(template));
        model.addAttribute("theirs", typed == null || template == null ? null : view.theirs(template, typed));
        model.addAttribute("shown", template == null ? null : preview(key, reader));
        return "template";
    }

    private MailTemplates.@Nullable MailTemplate find(String key) {
        return Relaying.answer(() -> {
            try {
                return Optional.of(templates.find(key));
            } catch (Refused e) {
                if (e.status() == 404 && TemplateForm.isKey(key)) {
                    return Optional.<MailTemplates.MailTemplate>empty();
                }
                throw e;
            }
        }).orElse(null);
    }

    private MailTemplates.SampleMail preview(String key, SampleReader reader) {
        try {
            return templates.preview(key, null, reader);
        } catch (Refused | DeskAway e) {
            return new MailTemplates.SampleMail(null, null, null, null, List.of());
        }
    }

    private static String done(String key, RedirectAttributes redirect, String said, Runnable action) {
        try {
            action.run();
            redirect.addFlashAttribute("said", said);
        } catch (Refused | DeskAway e) {
            redirect.addFlashAttribute("refused", code(e));
        }
        return back(key);
    }

    /** The message's code for what was refused. */
    private static String code(RuntimeException refusal) {
        if (!(refusal instanceof Refused refused)) {
            return "template.away";
        }
        return switch (refused.code()) {
            case "draft-changed", "template-outdated", "template-faults", "no-draft", "too-many-requests",
                    "invalid-request", "not-found" -> "template.refused." + refused.code();
            default -> "template.refused.otherwise";
        };
    }

    private static String back(String key) {
        return "redirect:/admin/templates/" + key;
    }
}
