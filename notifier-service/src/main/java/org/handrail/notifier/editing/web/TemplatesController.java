package org.handrail.notifier.editing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.notifier.editing.Draft;
import org.handrail.notifier.editing.Drafts;
import org.handrail.notifier.editing.EditingTemplates;
import org.handrail.notifier.editing.Proofreading;
import org.handrail.notifier.editing.SamplePerson;
import org.handrail.notifier.editing.TemplateVersion;
import org.handrail.notifier.editing.TestMails;
import org.handrail.notifier.editing.Versions;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is: templates, their versions, drafts, and who they can be tried on. */
@RestController
@RequestMapping("/internal/templates")
class TemplatesController {

    private static final int LATEST = 10;

    private final Versions versions;
    private final Drafts drafts;
    private final TestMails testMails;
    private final Proofreading proofreading;
    private final EditingTemplates editing;

    TemplatesController(
            Versions versions, Drafts drafts, TestMails testMails, Proofreading proofreading,
            EditingTemplates editing) {
        this.versions = versions;
        this.drafts = drafts;
        this.testMails = testMails;
        this.proofreading = proofreading;
        this.editing = editing;
    }

    record Overview(List<Views.Listed> templates, List<Proofreading.Named> placeholders,
            List<Views.PersonView> people) {
    }

    @GetMapping
    Overview all() {
        Map<String, Draft> begun = new HashMap<>();
        drafts.all().forEach(draft -> begun.put(draft.key(), draft));
        List<Views.Listed> listed = new ArrayList<>();
        for (TemplateVersion version : versions.allInForce()) {
            listed.add(Views.Listed.published(version, proofreading.kindOf(version.key(), version.sources()),
                    begun.remove(version.key())));
        }
        begun.values().forEach(draft -> listed.add(Views.Listed.begun(draft)));
        listed.sort(Comparator.comparing(Views.Listed::key));
        return new Overview(listed, proofreading.placeholders(),
                Arrays.stream(SamplePerson.values()).map(Views.PersonView::of).toList());
    }

    @GetMapping("/{key}")
    Views.Whole one(@PathVariable String key) {
        List<TemplateVersion> history = versions.history(key);
        @Nullable Draft draft = drafts.find(key).orElse(null);
        if (history.isEmpty() && draft == null) {
            throw unknown();
        }
        return new Views.Whole(key, history.isEmpty() ? 0 : history.get(0).version(),
                history.isEmpty() ? Map.of() : SourcesView.of(history.get(0).sources()),
                history.stream().map(Views.Step::of).toList(),
                draft == null ? null : Views.DraftView.of(draft, editing.faults(draft)),
                testMails.latest(key, LATEST).stream().map(Views.TestView::of).toList());
    }

    @GetMapping("/{key}/versions/{version}")
    Views.VersionView version(@PathVariable String key, @PathVariable int version) {
        return versions.find(key, version).map(Views.VersionView::of).orElseThrow(TemplatesController::unknown);
    }

    static Problem unknown() {
        return Problem.notFound("There is no such template, or no such version of it.");
    }
}
