package org.handrail.intake.call;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.intake.CallEnded;
import org.handrail.intake.Transactions;
import org.handrail.intake.client.Client;
import org.handrail.intake.client.ContactUpdate;
import org.handrail.intake.client.Identifying;
import org.handrail.intake.client.InvalidDetailException;
import org.handrail.intake.client.PhoneNumber;
import org.handrail.intake.client.PhoneNumbers;
import org.handrail.messaging.Outbox;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Takes in calls that ended. Several callbacks may tell of one call, in any order: a call that was missed as far as
 * known may turn out answered, never the other way round.
 */
public final class RecordingCalls {

    private final Calls calls;
    private final Identifying identifying;
    private final PhoneNumbers numbers;
    private final Sites sites;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    public RecordingCalls(Calls calls, Identifying identifying, PhoneNumbers numbers, Sites sites, Outbox outbox,
            Transactions transactions, Clock clock) {
        this.calls = calls;
        this.identifying = identifying;
        this.numbers = numbers;
        this.sites = sites;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return whether it made work: false for a delivery or an outcome that is known already */
    public boolean take(String deliveryKey, CallReport report) {
        return transactions.inOne(() -> calls.enterDelivery(report.provider(), deliveryKey, clock.instant())
                && record(report));
    }

    private boolean record(CallReport report) {
        Optional<Calls.Known> known = calls.lock(report.provider(), report.callId());
        boolean nothingNew = known.isPresent() && (known.get().answered() || !report.answered());
        // staff who got no answer know it: nobody has missed a call of ours
        boolean nobodyWaits = !report.inbound() && !report.answered();
        if (nothingNew || nobodyWaits) {
            return false;
        }
        Optional<PhoneNumber> number = CallerNumber.read(report.client(), numbers);
        String site = siteOf(report.ours());
        UUID callId = known.map(Calls.Known::id).orElseGet(UUID::randomUUID);
        UUID clientId = known.map(Calls.Known::clientId).orElseGet(() -> clientOf(number, site, report).id());
        calls.save(new Calls.Known(callId, clientId, report.answered()), report);
        outbox.publish(new CallEnded(clientId, callId, report.endedAt(), report.answered(), number.isPresent(),
                report.statusCode(), site), report.endedAt());
        return true;
    }

    private Client clientOf(Optional<PhoneNumber> number, String site, CallReport report) {
        return number
                .map(phone -> identifying.identifyByPhone(phone, site, report.endedAt()))
                .orElseGet(() -> identifying.register(ContactUpdate.site(site), false, null, report.endedAt()));
    }

    /** The site whose number it is. */
    private String siteOf(@Nullable String ours) {
        Optional<PhoneNumber> dialled = CallerNumber.read(ours, numbers);
        return dialled.flatMap(number -> sites.all().stream().filter(site -> hasNumber(site, number)).findFirst())
                .orElseGet(sites::defaultSite).id();
    }

    private boolean hasNumber(Site site, PhoneNumber number) {
        try {
            return numbers.read(site.phone()).equals(number);
        } catch (InvalidDetailException e) {
            return false;
        }
    }
}
