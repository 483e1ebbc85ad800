package org.handrail.followup.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.queue.Transactions;
import org.handrail.messaging.Outbox;

/** Staff read an address back to its owner on the phone, who says that it is right: then it counts as confirmed. */
public final class ReadingBack {

    private final ContactDetails contacts;
    private final Transactions transactions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    public ReadingBack(ContactDetails contacts, Transactions transactions, Outbox outbox, AuditTrail audit,
            Clock clock) {
        this.contacts = contacts;
        this.transactions = transactions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param addressVersion of the address that was read from the page
     * @return false when that is not the client's address, or not any more; then nothing happens
     */
    public boolean heard(UUID clientId, int addressVersion, UUID by) {
        return transactions.inOne(() -> {
            Contact contact = contacts.of(List.of(clientId)).get(clientId);
            if (contact == null || !contact.canBeReadBack() || contact.addressVersion() != addressVersion) {
                return false;
            }
            Instant now = clock.instant();
            audit.record(new AuditEntry(now, by, "address.read-back", clientId, Integer.toString(addressVersion)));
            outbox.publish(new AddressReadBack(clientId, addressVersion, by.toString(), now), now);
            return true;
        });
    }
}
