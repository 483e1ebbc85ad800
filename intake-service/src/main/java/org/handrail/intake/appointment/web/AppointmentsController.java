package org.handrail.intake.appointment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.intake.AppointmentChanged.CancelledBy;
import org.handrail.intake.appointment.Appointment;
import org.handrail.intake.appointment.Appointment.Decision;
import org.handrail.intake.appointment.ChangingAppointments;
import org.handrail.intake.appointment.ChangingAppointments.Outcome;
import org.handrail.intake.appointment.Start;
import org.handrail.intake.appointment.State;
import org.handrail.intake.appointment.Told;
import org.handrail.intake.appointment.web.AppointmentBodies.AppointmentAnswer;
import org.handrail.intake.appointment.web.AppointmentBodies.Booking;
import org.handrail.intake.appointment.web.AppointmentBodies.Cancellation;
import org.handrail.intake.appointment.web.AppointmentBodies.Happening;
import org.handrail.intake.appointment.web.AppointmentBodies.Move;
import org.handrail.intake.appointment.web.AppointmentBodies.Rebooking;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.idempotency.web.IdempotentRequests;
import org.handrail.intake.idempotency.web.Reply;
import org.handrail.intake.source.Source;
import org.handrail.intake.web.ClientReader;
import org.handrail.intake.web.FieldReader;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appointments, named by the source's own references. */
@Tag(name = "Appointments")
@RestController
@RequestMapping("/api/v1/appointments")
@ApiResponse(responseCode = "200", description = "Kept; `applied` says whether it changed the state",
        content = @Content(schema = @Schema(implementation = AppointmentAnswer.class)))
class AppointmentsController {

    private static final String KEY = "Idempotency-Key";

    private final ChangingAppointments changing;
    private final IdempotentRequests requests;
    private final ClientReader clients;
    private final Sites sites;
    private final Clock clock;

    AppointmentsController(ChangingAppointments changing, IdempotentRequests requests, ClientReader clients,
            Sites sites, Clock clock) {
        this.changing = changing;
        this.requests = requests;
        this.clients = clients;
        this.sites = sites;
        this.clock = clock;
    }

    @Operation(summary = "Book", description = "A reference that is known already is moved, or on again, when it is "
            + "told anew with another time.")
    @ApiResponse(responseCode = "201", description = "Booked",
            content = @Content(schema = @Schema(implementation = AppointmentAnswer.class)))
    @PostMapping
    ResponseEntity<String> book(@AuthenticationPrincipal Source source,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Booking body) {
        FieldReader fields = new FieldReader(clock);
        String reference = fields.required("/reference", fields.code("/reference", body.reference()));
        ClientNamed client = clients.named(fields, "/client", body.client());
        AppointmentKind kind = fields.required("/kind", fields.oneOf("/kind", body.kind(), AppointmentKind.class));
        LocalDateTime local = fields.required("/startsAt", fields.wallTime("/startsAt", body.startsAt()));
        String site = clients.site(fields, "/site", body.site());
        Instant bookedAt = fields.past("/bookedAt", body.bookedAt());
        Instant occurredAt = fields.required("/occurredAt", fields.past("/occurredAt", body.occurredAt()));
        fields.throwIfAny();
        Start start = Start.at(site == null ? sites.defaultSite() : sites.orDefault(site), Objects.requireNonNull(local));
        Told told = new Told(Told.Kind.BOOKED, Objects.requireNonNull(occurredAt), start, bookedAt, null);
        return requests.answer(source, key, "POST /appointments", body, () -> reply(reference, changing.book(
                source.name(), Objects.requireNonNull(reference), Objects.requireNonNull(client),
                Objects.requireNonNull(kind), told)));
    }

    @Operation(summary = "Move to another time or site")
    @PostMapping("/{reference}/move")
    ResponseEntity<String> move(@AuthenticationPrincipal Source source, @PathVariable String reference,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Move body) {
        FieldReader fields = new FieldReader(clock);
        LocalDateTime local = fields.required("/startsAt", fields.wallTime("/startsAt", body.startsAt()));
        String site = clients.site(fields, "/site", body.site());
        Instant occurredAt = occurredAt(fields, reference, body.occurredAt());
        return requests.answer(source, key, path(reference, "move"), body, () -> change(source, reference,
                new Told(Told.Kind.MOVED, occurredAt,
                        Start.at(siteOr(site, source, reference), Objects.requireNonNull(local)), null, null)));
    }

    @Operation(summary = "On again after a cancellation, at the old time or at another")
    @PostMapping("/{reference}/rebook")
    ResponseEntity<String> rebook(@AuthenticationPrincipal Source source, @PathVariable String reference,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Rebooking body) {
        FieldReader fields = new FieldReader(clock);
        LocalDateTime local = fields.wallTime("/startsAt", body.startsAt());
        String site = clients.site(fields, "/site", body.site());
        if (local == null && site != null) {
            fields.fault("/site", "can only change together with startsAt");
        }
        Instant occurredAt = occurredAt(fields, reference, body.occurredAt());
        return requests.answer(source, key, path(reference, "rebook"), body, () -> change(source, reference,
                new Told(Told.Kind.REBOOKED, occurredAt,
                        local == null ? null : Start.at(siteOr(site, source, reference), local), null, null)));
    }

    @Operation(summary = "Cancelled, by the client or by the provider")
    @PostMapping("/{reference}/cancel")
    ResponseEntity<String> cancel(@AuthenticationPrincipal Source source, @PathVariable String reference,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Cancellation body) {
        FieldReader fields = new FieldReader(clock);
        CancelledBy by = fields.required("/by", fields.oneOf("/by", body.by(), CancelledBy.class));
        Instant occurredAt = occurredAt(fields, reference, body.occurredAt());
        return requests.answer(source, key, path(reference, "cancel"), body, () -> change(source, reference,
                new Told(Told.Kind.CANCELLED, occurredAt, null, null, by)));
    }

    @Operation(summary = "It never existed (HL7 v2 S17): everything about it falls silent")
    @PostMapping("/{reference}/entered-in-error")
    ResponseEntity<String> enteredInError(@AuthenticationPrincipal Source source, @PathVariable String reference,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Happening body) {
        return happened(source, reference, key, body, Told.Kind.ENTERED_IN_ERROR, "entered-in-error");
    }

    @Operation(summary = "The client came")
    @PostMapping("/{reference}/arrived")
    ResponseEntity<String> arrived(@AuthenticationPrincipal Source source, @PathVariable String reference,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Happening body) {
        return happened(source, reference, key, body, Told.Kind.ARRIVED, "arrived");
    }

    @Operation(summary = "The client did not come")
    @PostMapping("/{reference}/no-show")
    ResponseEntity<String> noShow(@AuthenticationPrincipal Source source, @PathVariable String reference,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Happening body) {
        return happened(source, reference, key, body, Told.Kind.NO_SHOW, "no-show");
    }

    @Operation(summary = "As it stands")
    @GetMapping("/{reference}")
    AppointmentAnswer get(@AuthenticationPrincipal Source source, @PathVariable String reference) {
        Appointment found = changing.find(source.name(), reference)
                .orElseThrow(() -> Problem.notFound("This source has told of no appointment of that reference."));
        return answer(reference, found, false, null);
    }

    private ResponseEntity<String> happened(Source source, String reference, @Nullable String key, Happening body,
            Told.Kind kind, String verb) {
        Instant occurredAt = occurredAt(new FieldReader(clock), reference, body.occurredAt());
        return requests.answer(source, key, path(reference, verb), body, () -> change(source, reference,
                new Told(kind, occurredAt, null, null, null)));
    }

    /** The last field read: throws if anything is wrong. */
    private static Instant occurredAt(FieldReader fields, String reference, @Nullable String text) {
        fields.code("/reference", reference);
        Instant occurredAt = fields.required("/occurredAt", fields.past("/occurredAt", text));
        fields.throwIfAny();
        return Objects.requireNonNull(occurredAt);
    }

    private Site siteOr(@Nullable String named, Source source, String reference) {
        if (named != null) {
            return sites.orDefault(named);
        }
        return changing.find(source.name(), reference).flatMap(Appointment::state)
                .map(state -> sites.orDefault(state.start().siteId()))
                .orElseGet(sites::defaultSite);
    }

    private Reply change(Source source, String reference, Told told) {
        return reply(reference, changing.change(source.name(), reference, told));
    }

    private static Reply reply(@Nullable String reference, Outcome outcome) {
        Decision decision = outcome.decision();
        boolean applied = decision instanceof Decision.Publish publish && publish.applied();
        boolean fresh = applied && outcome.appointment().version() == 1;
        return Reply.of(fresh, answer(String.valueOf(reference), outcome.appointment(), applied, why(decision)));
    }

    private static @Nullable String why(Decision decision) {
        if (decision instanceof Decision.Keep keep) {
            return keep.why();
        }
        if (decision instanceof Decision.Publish publish) {
            return publish.applied() ? null : "older-than-latest";
        }
        return "repeated";
    }

    private static AppointmentAnswer answer(
            String reference, Appointment appointment, boolean applied, @Nullable String why) {
        Optional<State> state = appointment.state();
        Optional<Start> start = state.map(State::start);
        return new AppointmentAnswer(reference, appointment.id(), appointment.clientId(), appointment.kind(),
                state.map(State::status).orElse(null), start.map(Start::local).orElse(null),
                start.map(Start::zone).orElse(null), start.map(Start::instant).orElse(null),
                start.map(Start::siteId).orElse(null), appointment.version(), applied, why);
    }

    private static String path(String reference, String verb) {
        return "POST /appointments/" + reference + "/" + verb;
    }
}
