package org.handrail.intake.inquiry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.client.ContactUpdate;
import org.handrail.intake.idempotency.web.IdempotentRequests;
import org.handrail.intake.idempotency.web.Reply;
import org.handrail.intake.inquiry.NewInquiry;
import org.handrail.intake.inquiry.ReceivingInquiries;
import org.handrail.intake.inquiry.web.InquiryBodies.CrisisLine;
import org.handrail.intake.inquiry.web.InquiryBodies.Inquiry;
import org.handrail.intake.inquiry.web.InquiryBodies.InquiryAnswer;
import org.handrail.intake.source.Source;
import org.handrail.intake.web.ClientBody;
import org.handrail.intake.web.ClientReader;
import org.handrail.intake.web.FieldReader;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Inquiries that another system took. */
@Tag(name = "Inquiries")
@RestController
@RequestMapping("/api/v1/inquiries")
class InquiriesController {

    static final int LONGEST_MESSAGE = 4000;

    private final ReceivingInquiries inquiries;
    private final IdempotentRequests requests;
    private final ClientReader clients;
    private final Sites sites;
    private final Clock clock;

    InquiriesController(ReceivingInquiries inquiries, IdempotentRequests requests, ClientReader clients, Sites sites,
            Clock clock) {
        this.inquiries = inquiries;
        this.requests = requests;
        this.clients = clients;
        this.sites = sites;
        this.clock = clock;
    }

    @Operation(summary = "Somebody asks for help")
    @ApiResponse(responseCode = "201", description = "Taken",
            content = @Content(schema = @Schema(implementation = InquiryAnswer.class)))
    @PostMapping
    ResponseEntity<String> receive(@AuthenticationPrincipal Source source,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Inquiry body) {
        FieldReader fields = new FieldReader(clock);
        ClientBody client = fields.required("/client", body.client());
        boolean named = client != null && (client.id() != null || client.reference() != null);
        ClientNamed whom = named ? clients.named(fields, "/client", client) : null;
        ContactUpdate details = client == null ? ContactUpdate.NONE
                : whom != null ? whom.details() : clients.details(fields, "/client", client);
        if (client != null && !named && isBlank(client.email()) && isBlank(client.phone())) {
            fields.fault("/client", "must have an email or a phone, or name a client by id or reference");
        }
        NewInquiry inquiry = read(fields, body, details);
        return requests.answer(source, key, "POST /inquiries", body, () -> {
            InquiryReceived taken = whom == null ? inquiries.receive(source.name(), inquiry)
                    : inquiries.receiveFrom(source.name(), whom, inquiry);
            return Reply.created(new InquiryAnswer(taken.inquiryId(), taken.clientId(), taken.crisis(),
                    CrisisLine.ALL));
        });
    }

    private NewInquiry read(FieldReader fields, Inquiry body, ContactUpdate details) {
        Relationship relationship = fields.oneOf("/relationship", body.relationship(), Relationship.class);
        ContactMeans preferred = fields.oneOf("/preferredContact", body.preferredContact(), ContactMeans.class);
        String message = fields.text("/message", body.message(), LONGEST_MESSAGE);
        String site = clients.site(fields, "/site", body.site());
        Instant occurredAt = fields.past("/occurredAt", body.occurredAt());
        fields.throwIfAny();
        ContactMeans likely = details.phone() == null && details.email() != null ? ContactMeans.EMAIL
                : ContactMeans.PHONE;
        String ofClient = details.siteId() == null ? sites.defaultSite().id() : details.siteId();
        return new NewInquiry(details, relationship == null ? Relationship.SELF : relationship,
                preferred == null ? likely : preferred, message, site == null ? ofClient : site, null, false,
                occurredAt == null ? clock.instant() : occurredAt);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
