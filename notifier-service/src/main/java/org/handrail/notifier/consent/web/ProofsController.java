package org.handrail.notifier.consent.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.ExpiryEvent;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.consent.ConsentAct;
import org.handrail.notifier.consent.Preference;
import org.handrail.notifier.consent.ProofSheet;
import org.handrail.notifier.consent.Proofs;
import org.handrail.notifier.consent.Wordings;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Proof sheets for other services to show, and the words that they show. */
@RestController
class ProofsController {

    private static final int LONGEST = 20_000;

    private final Proofs proofs;
    private final Wordings wordings;
    private final Clock clock;

    ProofsController(Proofs proofs, Wordings wordings, Clock clock) {
        this.proofs = proofs;
        this.wordings = wordings;
        this.clock = clock;
    }

    record Sheet(UUID clientId, Instant at, List<Entry> acts, List<State> states) {
    }

    record Entry(UUID actId, ConsentAct.Kind kind, Purpose purpose, String channel, @Nullable String wording,
            @Nullable Language language, @Nullable String words, HowGiven how, String recordedBy,
            boolean riskWarningShown, Instant occurredAt, Instant recordedAt, @Nullable Instant expiresAt,
            @Nullable ExpiryEvent expiresOn, Preference.State stateAfter) {
    }

    record State(Purpose purpose, Preference.State state, Instant since, @Nullable Instant expiresAt) {
    }

    record Wording(@Nullable String wording, @Nullable Language language, @Nullable String words) {
    }

    @GetMapping("/internal/clients/{id}/consents")
    Sheet sheet(@PathVariable UUID id) {
        ProofSheet sheet = proofs.of(id);
        return new Sheet(id, sheet.at(), sheet.lines().stream().map(ProofsController::entry).toList(),
                sheet.now().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(now -> new State(now.getKey(), now.getValue().state(), now.getValue().since(),
                                now.getValue().expiresAt())).toList());
    }

    /** 201 for words that are new, 200 for the very same, 409 for others under a name that is taken. */
    @PostMapping("/internal/wordings")
    ResponseEntity<Wording> keep(@RequestBody Wording body) {
        if (body.wording() == null || body.language() == null || body.words() == null || body.words().isBlank()
                || body.words().length() > LONGEST || body.words().indexOf('\0') >= 0) {
            throw Problem.invalid("/words", "wording, language and words of at most 20000 characters must be given");
        }
        try {
            Checks.code("wording", body.wording());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/wording", "must be a code such as intake-paper/4");
        }
        return switch (wordings.keep(body.wording(), body.language(), body.words().strip(), clock.instant())) {
            case NEW -> ResponseEntity.status(HttpStatus.CREATED).body(body);
            case KNOWN -> ResponseEntity.ok(body);
            case DIFFERENT -> throw Problem.conflict("wording-taken",
                    "Other words are kept under that name: a wording never changes. Give these a new version.");
        };
    }

    private static Entry entry(ProofSheet.Line line) {
        ConsentAct act = line.act();
        return new Entry(act.actId(), act.kind(), act.purpose(), "EMAIL", act.wording(), act.language(), line.words(),
                act.how(), act.recordedBy(), act.riskWarningShown(), act.occurredAt(), act.recordedAt(),
                act.expiresAt(), act.expiresOn(), line.after().state());
    }
}
