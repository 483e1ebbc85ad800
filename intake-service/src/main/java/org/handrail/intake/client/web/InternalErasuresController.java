package org.handrail.intake.client.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.intake.client.Clients;
import org.handrail.intake.client.Erasing;
import org.handrail.intake.client.Erasures;
import org.handrail.intake.web.FieldReader;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Erasing for whoever holds the services' shared token: the console, and the operators' command. */
@Hidden
@RestController
class InternalErasuresController {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Erasing erasing;
    private final Clients clients;
    private final Clock clock;

    InternalErasuresController(Erasing erasing, Clients clients, Clock clock) {
        this.erasing = erasing;
        this.clients = clients;
        this.clock = clock;
    }

    record Whom(@Nullable String clientId, @Nullable String source, @Nullable String reference) {
    }

    record Sought(@Nullable String email, @Nullable String phone) {
    }

    record ErasedAnswer(UUID clientId, Instant erasedAt, Map<String, Integer> rows) {
    }

    record Candidates(List<UUID> clientIds) {
    }

    /** The answer means that it is done here and can't be undone; the other services follow by Kafka. */
    @PostMapping("/internal/erasures")
    ErasedAnswer erase(@RequestBody Whom whom) {
        UUID client = client(whom);
        Erasures.Erased erased = erasing.erase(client)
                .orElseThrow(() -> Problem.notFound("There is no client of that id."));
        return new ErasedAnswer(erased.clientId(), erased.erasedAt(), erased.rows());
    }

    /** Ids of those who have the address or the number; in a body, since an address in a path would get into logs. */
    @PostMapping("/internal/clients/with")
    Candidates with(@RequestBody Sought sought) {
        if (sought.email() == null && sought.phone() == null) {
            throw Problem.invalid("/email", "or /phone must be given");
        }
        return new Candidates(clients.matching(sought.email(), sought.phone(), NOBODY));
    }

    private UUID client(Whom whom) {
        FieldReader fields = new FieldReader(clock);
        if (whom.clientId() != null) {
            UUID id = fields.uuid("/clientId", whom.clientId());
            fields.throwIfAny();
            return id == null ? NOBODY : id;
        }
        String source = fields.required("/source", whom.source());
        String reference = fields.required("/reference", whom.reference());
        fields.throwIfAny();
        return clients.byReference(String.valueOf(source), String.valueOf(reference))
                .orElseThrow(() -> Problem.notFound("That source knows no client by that reference."));
    }
}
