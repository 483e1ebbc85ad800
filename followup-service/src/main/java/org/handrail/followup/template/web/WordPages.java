package org.handrail.followup.template.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.followup.template.DeskAway;
import org.handrail.followup.template.Refused;
import org.handrail.followup.template.RevealingWords;
import org.handrail.platform.problem.FieldFault;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where admins change the provider's own revealing words. */
@Controller
@RequestMapping("/admin/words")
class WordPages {

    private final RevealingWords words;
    private final TemplateAudit audit;

    WordPages(RevealingWords words, TemplateAudit audit) {
        this.words = words;
        this.audit = audit;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("list", Relaying.answer(words::list));
        return "words";
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String entries, @RequestParam(defaultValue = "") String why,
            @RequestParam long revision, @AuthenticationPrincipal SignedIn me, Model model,
            RedirectAttributes redirect) {
        List<String> added = Arrays.stream(entries.split("\\R")).map(String::strip)
                .filter(entry -> !entry.isEmpty()).toList();
        model.addAttribute("typed", entries);
        model.addAttribute("typedWhy", why);
        return change(new RevealingWords.WordChange(TemplatesApi.editor(me), why, revision, added, List.of()), me,
                model, redirect);
    }

    @PostMapping("/remove")
    String remove(@RequestParam String entry, @RequestParam(defaultValue = "") String why, @RequestParam long revision,
            @AuthenticationPrincipal SignedIn me, Model model, RedirectAttributes redirect) {
        return change(new RevealingWords.WordChange(TemplatesApi.editor(me), why, revision, List.of(), List.of(entry)),
                me, model, redirect);
    }

    private String change(RevealingWords.WordChange change, SignedIn me, Model model, RedirectAttributes redirect) {
        try {
            RevealingWords.WordsChanged changed = words.change(change, false);
            audit.note(me, "words.changed", Long.toString(changed.revision()));
            redirect.addFlashAttribute("said", changed.shows().isEmpty() ? "words.changed" : "words.changed-shows");
            return "redirect:/admin/words";
        } catch (Refused e) {
            model.addAttribute("refused", switch (e.code()) {
                case "words-changed" -> "words.refused.words-changed";
                case "bad-entries" -> "words.refused.bad-entries";
                default -> "words.refused.otherwise";
            });
            model.addAttribute("faults", Relaying.faults(e.problem().get("errors")).stream().map(fault ->
                    entry(change, fault) + fault.message()).collect(Collectors.toList()));
        } catch (DeskAway e) {
            model.addAttribute("refused", "template.away");
        }
        return page(model);
    }

    /** {@code /add/0} is the first that was typed. */
    private static String entry(RevealingWords.WordChange change, FieldFault fault) {
        String[] parts = fault.field().toLowerCase(Locale.ROOT).split("/");
        List<String> of = parts.length == 3 && parts[1].equals("add") ? change.add() : change.remove();
        boolean known = parts.length == 3 && parts[2].matches("\\d{1,3}") && Integer.parseInt(parts[2]) < of.size();
        return known ? "\u201c" + of.get(Integer.parseInt(parts[2])) + "\u201d: " : "";
    }
}
