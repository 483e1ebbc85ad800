package org.handrail.notifier.newaddress.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.newaddress.AddressMails;
import org.handrail.notifier.newaddress.AddressWish;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.MailAddress;
import org.handrail.notifier.newaddress.NewAddressLine;
import org.handrail.notifier.newaddress.NewAddressLine.Answer;
import org.springframework.transaction.support.TransactionOperations;

/** Wishes in PostgreSQL. Their mails are queued in the transaction that makes them due. */
public final class JdbcAddressWishes implements AddressWishes {

    private final WishRows rows;
    private final TransactionOperations transaction;
    private final Addresses addresses;
    private final NewAddressLine intake;
    private final AddressMails mails;
    private final Clock clock;

    JdbcAddressWishes(WishRows rows, TransactionOperations transaction, Addresses addresses, NewAddressLine intake,
            AddressMails mails, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.addresses = addresses;
        this.intake = intake;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public boolean mayAsk(UUID clientId, int addressVersion) {
        return rows.mayAsk(clientId, addressVersion);
    }

    @Override
    public void ask(UUID clientId, int addressVersion, MailAddress address, Language language) {
        Instant now = clock.instant();
        AddressWish wish = new AddressWish(
                UUID.randomUUID(), clientId, addressVersion, address.value(), language, now, now.plus(LIFE));
        transaction.executeWithoutResult(status -> {
            if (rows.mayAsk(clientId, addressVersion) && rows.add(wish)) {
                mails.ask(wish, now);
            }
        });
    }

    @Override
    public boolean isOpen(UUID clientId, UUID wishId) {
        return rows.isOpen(clientId, wishId, clock.instant());
    }

    @Override
    public Confirmed confirm(UUID clientId, UUID wishId) {
        Optional<AddressWish> confirmed = rows.confirm(clientId, wishId, clock.instant());
        return confirmed.map(this::tell)
                .orElseGet(() -> rows.confirmedBefore(clientId, wishId).orElse(Confirmed.OUTDATED));
    }

    @Override
    public void decline(UUID clientId, UUID wishId) {
        rows.decline(clientId, wishId, clock.instant());
    }

    @Override
    public void resume() {
        rows.claimTelling(clock.instant()).forEach(this::tell);
        rows.forget(clock.instant());
    }

    private Confirmed tell(AddressWish wish) {
        Answer answer = intake.tell(wish);
        if (answer instanceof Answer.Taken taken) {
            transaction.executeWithoutResult(status -> moved(wish, taken.addressVersion()));
            return Confirmed.MOVED;
        }
        if (answer instanceof Answer.Refused) {
            rows.end(wish.id(), "VOID", clock.instant());
            return Confirmed.OUTDATED;
        }
        return Confirmed.SOON;
    }

    private void moved(AddressWish wish, int addressVersion) {
        Instant now = clock.instant();
        if (rows.end(wish.id(), "MOVED", now)) {
            // as of now, after it was told to be new: before that it was not the client's
            addresses.confirmedByOwner(wish.clientId(), addressVersion, HowGiven.LINK_PAGE, now, now);
            mails.tellFormer(wish, now);
        }
    }
}
