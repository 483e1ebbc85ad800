package org.handrail.intake.client.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.intake.Transactions;
import org.handrail.intake.client.AddressChangedException;
import org.handrail.intake.client.Client;
import org.handrail.intake.client.ContactUpdate;
import org.handrail.intake.client.EmailAddress;
import org.handrail.intake.client.Identifying;
import org.handrail.intake.web.ClientReader;
import org.handrail.intake.web.FieldReader;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What clients chose on their preferences page and intake keeps: language, time zone, a confirmed address. */
@Hidden
@RestController
class InternalWishesController {

    private final Identifying identifying;
    private final ClientReader reader;
    private final Transactions transactions;
    private final Clock clock;

    InternalWishesController(
            Identifying identifying, ClientReader reader, Transactions transactions, Clock clock) {
        this.identifying = identifying;
        this.reader = reader;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param addressVersion with an email: of the address that it takes the place of */
    record Wish(@Nullable String clientId, @Nullable String language, @Nullable String zone, @Nullable String email,
            @Nullable Integer addressVersion, @Nullable String occurredAt) {
    }

    /** @param version of the contact as it is now; the same again for a wish that changes nothing */
    record Kept(UUID clientId, int version, int addressVersion) {
    }

    /** The answer means that it is kept; 409, that the address has been changed by somebody else meanwhile. */
    @PostMapping("/internal/contact-wishes")
    Kept keep(@RequestBody Wish wish) {
        FieldReader fields = new FieldReader(clock);
        UUID id = fields.uuid("/clientId", fields.required("/clientId", wish.clientId()));
        Instant occurredAt = fields.instant("/occurredAt", fields.required("/occurredAt", wish.occurredAt()));
        ContactUpdate details = new ContactUpdate(null, null, null, null,
                fields.oneOf("/language", wish.language(), Language.class),
                wish.zone() == null ? null : fields.zone("/zone", wish.zone()), null, Set.of());
        EmailAddress email = reader.email(fields, "/email", wish.email());
        if (wish.email() != null) {
            fields.required("/addressVersion", wish.addressVersion());
        }
        fields.throwIfAny();
        Client client = kept(Objects.requireNonNull(id), details, email, wish.addressVersion(),
                Objects.requireNonNull(occurredAt));
        return new Kept(client.id(), client.version(), client.addressVersion());
    }

    private Client kept(UUID id, ContactUpdate details, @Nullable EmailAddress email,
            @Nullable Integer addressVersion, Instant occurredAt) {
        try {
            return transactions.inOne(() -> {
                Optional<Client> told = identifying.told(id, details, occurredAt);
                return email == null || told.isEmpty() ? told : identifying.confirmedAddress(
                        id, email, Objects.requireNonNull(addressVersion), occurredAt);
            }).orElseThrow(() -> Problem.notFound("There is no client of that id."));
        } catch (AddressChangedException overtaken) {
            throw Problem.conflict("address-changed", "The client has another address by now.");
        }
    }
}
