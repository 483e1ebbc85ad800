package org.handrail.intake.inquiry;

import java.util.List;
import java.util.UUID;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.intake.Transactions;
import org.handrail.intake.client.Client;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.client.Clients;
import org.handrail.intake.client.Identifying;
import org.handrail.intake.consent.RecordingConsents;
import org.handrail.messaging.Outbox;
import org.handrail.platform.text.CrisisWords;

/** Takes in inquiries. */
public final class ReceivingInquiries {

    /** The source of what comes by the public form. */
    public static final String WEB_FORM = "web-form";

    private final Inquiries inquiries;
    private final Identifying identifying;
    private final Clients clients;
    private final RecordingConsents consents;
    private final CrisisWords crisisWords;
    private final Outbox outbox;
    private final Transactions transactions;

    public ReceivingInquiries(Inquiries inquiries, Identifying identifying, Clients clients,
            RecordingConsents consents, CrisisWords crisisWords, Outbox outbox, Transactions transactions) {
        this.inquiries = inquiries;
        this.identifying = identifying;
        this.clients = clients;
        this.consents = consents;
        this.crisisWords = crisisWords;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /**
     * From somebody whom nobody vouches for: always a new client, so that a form never changes the details or the
     * consent of anybody known; who it may be is told to staff.
     */
    public InquiryReceived receive(String source, NewInquiry inquiry) {
        return transactions.inOne(() -> {
            boolean inquirer = inquiry.relationship() != Relationship.SELF;
            Client client = identifying.register(inquiry.details(), inquirer, inquiry.message(), inquiry.at());
            return accept(source, client, inquiry, clients.matching(client.email(), client.phone(), client.id()));
        });
    }

    /** From a source that knows whom it means. */
    public InquiryReceived receiveFrom(String source, ClientNamed named, NewInquiry inquiry) {
        return transactions.inOne(() -> {
            Client client = identifying.identify(source, named, inquiry.message(), inquiry.at());
            return accept(source, client, inquiry, List.of());
        });
    }

    private InquiryReceived accept(String source, Client client, NewInquiry inquiry, List<UUID> possibleMatches) {
        boolean crisis = inquiry.message() != null && crisisWords.foundIn(inquiry.message());
        UUID id = UUID.randomUUID();
        InquiryReceived fact = new InquiryReceived(client.id(), id, inquiry.at(), inquiry.relationship(),
                inquiry.preferredMeans(), crisis, inquiry.siteId(), possibleMatches, inquiry.receiptHeld());
        inquiries.add(id, fact, source, inquiry.suspicious());
        outbox.publish(fact, inquiry.at());
        // a relative cannot consent for the client, nor be mailed in the client's place
        if (inquiry.consent() != null && inquiry.relationship() == Relationship.SELF) {
            consents.enter(source, client, inquiry.consent());
        }
        return fact;
    }
}
