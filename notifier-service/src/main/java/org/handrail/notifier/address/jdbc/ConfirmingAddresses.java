package org.handrail.notifier.address.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.notifier.consent.AddressConfirmations;
import org.springframework.transaction.support.TransactionOperations;

/** A confirmation by the address's owner as one transaction. */
public final class ConfirmingAddresses implements AddressConfirmations {

    private final JdbcAddresses addresses;
    private final TransactionOperations transaction;
    private final Clock clock;

    public ConfirmingAddresses(JdbcAddresses addresses, TransactionOperations transaction, Clock clock) {
        this.addresses = addresses;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean confirm(UUID clientId, int addressVersion, HowGiven how, Instant at) {
        return Boolean.TRUE.equals(transaction.execute(status ->
                addresses.confirmCurrent(clientId, addressVersion, how, at, clock.instant())));
    }
}
