package org.handrail.intake.client.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.intake.Transactions;
import org.handrail.intake.client.Client;
import org.handrail.intake.client.ContactUpdate;
import org.handrail.intake.client.Identifying;
import org.handrail.intake.web.FieldReader;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What clients chose on their preferences page and intake keeps: language and time zone. */
@Hidden
@RestController
class InternalWishesController {

    private final Identifying identifying;
    private final Transactions transactions;
    private final Clock clock;

    InternalWishesController(Identifying identifying, Transactions transactions, Clock clock) {
        this.identifying = identifying;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Wish(@Nullable String clientId, @Nullable String language, @Nullable String zone,
            @Nullable String occurredAt) {
    }

    /** @param version of the contact as it is now; the same again for a wish that changes nothing */
    record Kept(UUID clientId, int version) {
    }

    /** The answer means that it is kept. */
    @PostMapping("/internal/contact-wishes")
    Kept keep(@RequestBody Wish wish) {
        FieldReader fields = new FieldReader(clock);
        UUID id = fields.uuid("/clientId", fields.required("/clientId", wish.clientId()));
        Instant occurredAt = fields.instant("/occurredAt", fields.required("/occurredAt", wish.occurredAt()));
        ContactUpdate details = new ContactUpdate(null, null, null, null,
                fields.oneOf("/language", wish.language(), Language.class),
                wish.zone() == null ? null : fields.zone("/zone", wish.zone()), null, Set.of());
        fields.throwIfAny();
        Client client = transactions.inOne(() -> identifying.told(
                        Objects.requireNonNull(id), details, Objects.requireNonNull(occurredAt)))
                .orElseThrow(() -> Problem.notFound("There is no client of that id."));
        return new Kept(client.id(), client.version());
    }
}
