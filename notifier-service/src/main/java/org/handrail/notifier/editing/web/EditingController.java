package org.handrail.notifier.editing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.notifier.editing.Draft;
import org.handrail.notifier.editing.Drafts;
import org.handrail.notifier.editing.EditingTemplates;
import org.handrail.notifier.editing.EditingTemplates.Outcome;
import org.handrail.notifier.editing.Proofreading;
import org.handrail.notifier.editing.SendingTestMails;
import org.handrail.notifier.editing.Sources;
import org.handrail.notifier.editing.TemplateVersion;
import org.handrail.notifier.editing.Versions;
import org.handrail.notifier.editing.web.Views.DraftView;
import org.handrail.notifier.editing.web.Views.FaultView;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts, previews, publishing, rolling back, for whoever holds the services' shared token. */
@RestController
@RequestMapping("/internal/templates/{key}")
class EditingController {

    private final EditingTemplates editing;
    private final SendingTestMails testMails;
    private final Versions versions;
    private final Drafts drafts;

    EditingController(
            EditingTemplates editing, SendingTestMails testMails, Versions versions, Drafts drafts) {
        this.editing = editing;
        this.testMails = testMails;
        this.versions = versions;
        this.drafts = drafts;
    }

    record Kept(int revision, List<FaultView> faults) {
    }

    record Published(int version) {
    }

    /** @param subject null, as the others: it can't be written, for the faults */
    record Shown(@Nullable String subject, @Nullable String preheader, @Nullable String text, @Nullable String html,
            List<FaultView> faults) {
    }

    @PutMapping("/draft")
    Kept keep(@PathVariable String key, @RequestBody Bodies.Keep body) {
        Bodies.Keep.Checked draft = body.checked(key);
        Outcome outcome = editing.keep(key, draft.revision(), draft.basedOn(), draft.editor(), draft.sources());
        if (outcome instanceof Outcome.Kept kept) {
            return new Kept(kept.draft().revision(), FaultView.all(kept.faults()));
        }
        throw refused(outcome);
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String key, @RequestParam int revision) {
        if (!editing.discard(key, revision)) {
            throw refused(new Outcome.Overtaken(drafts.find(key)));
        }
    }

    @PostMapping("/preview")
    Shown preview(@PathVariable String key, @RequestBody Bodies.Preview body) {
        Bodies.Preview.Checked asked = body.checked();
        Sources sources = asked.sources() != null ? asked.sources() : drafts.find(key).map(Draft::sources)
                .or(() -> versions.newest(key).map(TemplateVersion::sources))
                .orElseThrow(TemplatesController::unknown);
        Proofreading.Preview preview = editing.preview(key, sources, asked.reader().person(),
                asked.reader().language(), asked.reader().wording());
        List<FaultView> faults = FaultView.all(preview.faults());
        return preview.letter() == null ? new Shown(null, null, null, null, faults)
                : new Shown(preview.letter().subject(), preview.letter().preheader(), preview.letter().text(),
                        preview.letter().html(), faults);
    }

    @PostMapping("/publish")
    @ResponseStatus(HttpStatus.CREATED)
    Published publish(@PathVariable String key, @RequestBody Bodies.Publish body) {
        Bodies.Publish.Checked asked = body.checked();
        return published(editing.publish(key, asked.revision(), asked.editor(), asked.why()));
    }

    @PostMapping("/roll-back")
    @ResponseStatus(HttpStatus.CREATED)
    Published rollBack(@PathVariable String key, @RequestBody Bodies.RollBack body) {
        Bodies.RollBack.Checked asked = body.checked();
        return published(editing.rollBack(key, asked.to(), asked.from(), asked.editor(), asked.why()));
    }

    record Begun(UUID id) {
    }

    @PostMapping("/test-mail")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun testMail(@PathVariable String key, @RequestBody Bodies.Test body) {
        Bodies.Test.Checked asked = body.checked();
        SendingTestMails.Outcome outcome = testMails.send(key, asked.editor(), asked.to(), asked.reader().person(),
                asked.reader().language(), asked.reader().wording());
        if (outcome instanceof SendingTestMails.Outcome.Begun begun) {
            return new Begun(begun.id());
        }
        if (outcome instanceof SendingTestMails.Outcome.TooMany tooMany) {
            throw Problem.tooManyRequests(tooMany.retryAfter());
        }
        if (outcome instanceof SendingTestMails.Outcome.Faulty faulty) {
            throw Problem.conflict("template-faults", "What has faults is not sent.")
                    .with("faults", FaultView.all(faulty.faults()));
        }
        throw Problem.conflict("no-draft", "There is no draft to send.");
    }

    private Published published(Outcome outcome) {
        if (outcome instanceof Outcome.Published published) {
            return new Published(published.version().version());
        }
        throw refused(outcome);
    }

    /** Who comes second is told what there is now. */
    private Problem refused(Outcome outcome) {
        if (outcome instanceof Outcome.Faulty faulty) {
            return Problem.unprocessable("template-faults", "Nothing was published.")
                    .with("faults", FaultView.all(faulty.faults()));
        }
        if (outcome instanceof Outcome.Overtaken overtaken) {
            Problem problem = Problem.conflict("draft-changed", "The draft is no longer the one that you saw.");
            Optional<DraftView> now = overtaken.now().map(draft -> DraftView.of(draft, editing.faults(draft)));
            return now.isPresent() ? problem.with("draft", now.get()) : problem;
        }
        if (outcome instanceof Outcome.Outdated outdated) {
            return Problem.conflict("template-outdated", "Another version was published in the meantime.")
                    .with("version", outdated.newest());
        }
        return TemplatesController.unknown();
    }
}
