package org.handrail.notifier.newaddress.jdbc;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.newaddress.AddressMails;
import org.handrail.notifier.newaddress.AddressWish;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.MailAddress;
import org.handrail.notifier.newaddress.NewAddressLine;
import org.handrail.notifier.newaddress.NewAddressLine.Answer;
import org.handrail.notifier.newaddress.jdbc.WishRows.Former;
import org.handrail.notifier.newaddress.jdbc.WishRows.ToAsk;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering.TemplateFault;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Wishes in PostgreSQL. Mail goes from a thread of its own, so that no page shows by its time whether one was sent;
 * each is claimed before and never sent again.
 */
public final class JdbcAddressWishes implements AddressWishes {

    private final WishRows rows;
    private final TransactionOperations transaction;
    private final Addresses addresses;
    private final NewAddressLine intake;
    private final AddressMails mails;
    private final Function<RenderedMail, String> post;
    private final Executor sending;
    private final Clock clock;

    /** @param post hands a message over and says with a code what came of it */
    JdbcAddressWishes(WishRows rows, TransactionOperations transaction, Addresses addresses, NewAddressLine intake,
            AddressMails mails, Function<RenderedMail, String> post, Executor sending, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.addresses = addresses;
        this.intake = intake;
        this.mails = mails;
        this.post = post;
        this.sending = sending;
        this.clock = clock;
    }

    @Override
    public boolean mayAsk(UUID clientId, int addressVersion) {
        return rows.mayAsk(clientId, addressVersion);
    }

    @Override
    public void ask(UUID clientId, int addressVersion, MailAddress address, Language language) {
        UUID id = UUID.randomUUID();
        if (is(() -> rows.mayAsk(clientId, addressVersion)
                && rows.add(id, clientId, address, language, clock.instant()))) {
            sending.execute(() -> sendAsking(clientId, id));
        }
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
        rows.unclaimed(clock.instant()).forEach(wish -> sendAsking(wish.clientId(), wish.id()));
        rows.untold(clock.instant()).forEach(this::sendMoved);
        rows.claimTelling(clock.instant()).forEach(this::tell);
        rows.forget(clock.instant());
    }

    private Confirmed tell(AddressWish wish) {
        Answer answer = intake.tell(wish);
        if (answer instanceof Answer.Taken taken) {
            if (is(() -> moved(wish, taken.addressVersion()))) {
                sending.execute(() -> sendMoved(wish));
            }
            return Confirmed.MOVED;
        }
        if (answer instanceof Answer.Refused) {
            rows.end(wish.id(), "VOID", clock.instant());
            return Confirmed.OUTDATED;
        }
        return Confirmed.SOON;
    }

    private boolean moved(AddressWish wish, int addressVersion) {
        boolean first = rows.end(wish.id(), "MOVED", clock.instant());
        if (first) {
            addresses.confirmedByOwner(wish.clientId(), addressVersion, HowGiven.LINK_PAGE, wish.at(), clock.instant());
        }
        return first;
    }

    private void sendAsking(UUID clientId, UUID id) {
        Optional<ToAsk> claimed = transaction.execute(status -> {
            rows.lockConsents(clientId);
            return rows.claimMail(id, clock.instant());
        });
        claimed.ifPresent(one -> rows.sent(id, send(() -> mails.asking(one.wish(), one.siteId(), clock.instant()))));
    }

    private void sendMoved(AddressWish wish) {
        Optional<Former> claimed = transaction.execute(status -> {
            rows.lockConsents(wish.clientId());
            return rows.claimFormer(wish.id(), clock.instant());
        });
        claimed.ifPresent(one -> send(() -> mails.moved(
                wish.clientId(), one.email(), one.language(), one.siteId(), clock.instant())));
    }

    private String send(Supplier<RenderedMail> writing) {
        try {
            return post.apply(writing.get());
        } catch (TemplateFault fault) {
            return fault.code();
        }
    }

    private boolean is(BooleanSupplier work) {
        return Boolean.TRUE.equals(transaction.execute(status -> work.getAsBoolean()));
    }
}
