package org.handrail.intake.client.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.handrail.intake.client.Erasing;
import org.handrail.intake.source.Source;
import org.handrail.intake.web.FieldReader;
import org.handrail.platform.problem.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Erasing a client by the source's own reference. */
@Tag(name = "Clients")
@RestController
class ErasuresController {

    private final Erasing erasing;
    private final Clock clock;

    ErasuresController(Erasing erasing, Clock clock) {
        this.erasing = erasing;
        this.clock = clock;
    }

    record Erased(UUID clientId) {
    }

    @Operation(summary = "Erase a client's details", description = "Name, address, number and messages are forgotten "
            + "in every service; what happened stays under an id. Consents are kept as long as the law asks.")
    @DeleteMapping("/api/v1/clients/{reference}")
    Erased erase(@AuthenticationPrincipal Source source, @PathVariable String reference) {
        FieldReader fields = new FieldReader(clock);
        fields.code("/reference", reference);
        fields.throwIfAny();
        return erasing.erase(source.name(), reference).map(Erased::new)
                .orElseThrow(() -> Problem.notFound("This source knows no client by that reference."));
    }
}
