package org.handrail.notifier.wordlist.web;

import java.util.ArrayList;
import java.util.List;
import org.handrail.notifier.template.Discretion.Shown;
import org.handrail.notifier.template.GivenWords;
import org.handrail.notifier.wordlist.ChangingWords;
import org.handrail.notifier.wordlist.ChangingWords.Outcome;
import org.handrail.notifier.wordlist.OwnWords;
import org.handrail.notifier.wordlist.WordChange;
import org.handrail.platform.problem.FieldFault;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading and changing the list, for whoever holds the services' shared token. */
@RestController
@RequestMapping("/internal/revealing-words")
class RevealingWordsController {

    private static final int HISTORY = 200;
    private static final int LONGEST_EDITOR = 100;
    private static final int LONGEST_WHY = 500;
    private static final int MOST = 200;

    private final GivenWords given;
    private final OwnWords words;
    private final ChangingWords changing;

    RevealingWordsController(GivenWords given, OwnWords words, ChangingWords changing) {
        this.given = given;
        this.words = words;
        this.changing = changing;
    }

    /** @param shows what is in force and held back by own entries */
    record WordList(long revision, List<String> shipped, List<String> configured, List<OwnWords.OwnWord> own,
            List<OwnWords.Step> history, List<Shown> shows) {
    }

    record Change(@Nullable String editor, @Nullable String why, @Nullable Long revision,
            @Nullable List<@Nullable String> add, @Nullable List<@Nullable String> remove) {
    }

    record Changed(long revision, List<Shown> shows) {
    }

    @GetMapping
    WordList list() {
        OwnWords.State now = words.state();
        return new WordList(now.revision(), given.shipped(), given.configured(), now.words(), words.history(HISTORY),
                changing.shows(now.entries()));
    }

    /** @param dry only say what it would do */
    @PostMapping
    Changed change(@RequestBody Change body, @RequestParam(defaultValue = "false") boolean dry) {
        WordChange change = read(body);
        Outcome outcome = dry ? changing.check(change) : changing.change(change);
        if (outcome instanceof Outcome.Bad bad) {
            throw Problem.unprocessable("bad-entries", "Nothing was changed.").at(bad.faults().stream()
                    .map(fault -> new FieldFault("/" + fault.place(), fault.message())).toList());
        }
        if (outcome instanceof Outcome.Stale stale) {
            throw Problem.conflict("words-changed", "Somebody else changed the list in the meantime.")
                    .with("revision", stale.now().revision());
        }
        Outcome.Changed changed = (Outcome.Changed) outcome;
        return new Changed(changed.revision(), changed.shows());
    }

    private static WordChange read(Change body) {
        List<FieldFault> faults = new ArrayList<>();
        text(faults, "/editor", body.editor(), LONGEST_EDITOR);
        text(faults, "/why", body.why(), LONGEST_WHY);
        if (body.revision() == null || body.revision() < 0) {
            faults.add(new FieldFault("/revision", "must be the revision of the list as it was read"));
        }
        List<String> add = entries(faults, "/add", body.add());
        List<String> remove = entries(faults, "/remove", body.remove());
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new WordChange(String.valueOf(body.editor()).strip(), String.valueOf(body.why()).strip(),
                body.revision() == null ? 0 : body.revision(), add, remove);
    }

    private static void text(List<FieldFault> faults, String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new FieldFault(field, "must be a line of 1 to " + longest + " characters"));
        }
    }

    private static List<String> entries(List<FieldFault> faults, String field, @Nullable List<@Nullable String> given) {
        List<String> entries = new ArrayList<>();
        for (String entry : given == null ? List.<String>of() : given) {
            if (entry == null) {
                faults.add(new FieldFault(field + "/" + entries.size(), "must be a text"));
            }
            entries.add(entry == null ? "" : entry);
        }
        if (entries.size() > MOST) {
            faults.add(new FieldFault(field, "must have at most " + MOST + " entries"));
        }
        return entries;
    }
}
