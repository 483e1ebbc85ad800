package org.handrail.followup.template.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.followup.template.RevealingWords;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of revealing words for admins. */
@Tag(name = "Revealing words", description = "What discreet mail must not hold; for admins")
@RestController
@RequestMapping(path = "/api/v1/revealing-words", produces = MediaType.APPLICATION_JSON_VALUE)
class RevealingWordsApi {

    private final RevealingWords words;
    private final TemplateAudit audit;

    RevealingWordsApi(RevealingWords words, TemplateAudit audit) {
        this.words = words;
        this.audit = audit;
    }

    record ChangeBody(@Nullable String why, @Nullable Long revision, @Nullable List<String> add,
            @Nullable List<String> remove) {
    }

    @Operation(summary = "The list",
            description = "Shipped, configured and own entries, and what own ones hold back now.")
    @GetMapping
    RevealingWords.WordList list() {
        return Relaying.answer(words::list);
    }

    @Operation(summary = "Add and remove own entries", description = """
            In force within seconds. Answers which texts in force hold the entries and are held back from then on; \
            with `dry=true` it says that and changes nothing.""")
    @ApiResponse(responseCode = "409", description = "Somebody else changed it first: `revision`")
    @ApiResponse(responseCode = "422", description = "Entries that are none; all of them are listed")
    @PostMapping
    RevealingWords.WordsChanged change(@RequestBody ChangeBody body, @RequestParam(defaultValue = "false") boolean dry,
            @AuthenticationPrincipal SignedIn me) {
        if (body.revision() == null) {
            throw Problem.invalid("/revision", "must be the revision of the list as it was read");
        }
        RevealingWords.WordChange change = new RevealingWords.WordChange(TemplatesApi.editor(me),
                Objects.requireNonNullElse(body.why(), ""), body.revision(),
                Objects.requireNonNullElse(body.add(), List.of()),
                Objects.requireNonNullElse(body.remove(), List.of()));
        RevealingWords.WordsChanged changed = Relaying.answer(() -> words.change(change, dry));
        if (!dry) {
            audit.note(me, "words.changed", Long.toString(changed.revision()));
        }
        return changed;
    }
}
