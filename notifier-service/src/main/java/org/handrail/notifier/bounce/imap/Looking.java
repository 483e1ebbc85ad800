package org.handrail.notifier.bounce.imap;

import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.handrail.notifier.bounce.Kind;
import org.handrail.notifier.bounce.Outcome;
import org.handrail.notifier.bounce.TakingReturns.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes messages one by one, each in a transaction of its own, and puts them away after it. A crash in between is
 * harmless: they are found again and known by their digest.
 */
final class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);
    private static final int AT_A_TIME = 50;

    private final Function<byte[], Taken> taking;

    Looking(Function<byte[], Taken> taking) {
        this.taking = taking;
    }

    /** @return whether to look again before waiting: what came meanwhile was announced already */
    boolean look(OpenMailbox mailbox) throws MessagingException {
        List<Message> processed = new ArrayList<>();
        List<Message> unclear = new ArrayList<>();
        List<Message> kept = new ArrayList<>();
        List<Message> fresh = mailbox.fresh(AT_A_TIME);
        for (Message message : fresh) {
            Taken taken = take(mailbox, message);
            (isInTheDatabase(taken) ? kept : taken.outcome().isForOperators() ? unclear : processed).add(message);
            mailbox.seen(message);
        }
        mailbox.move(processed, OpenMailbox.PROCESSED);
        mailbox.move(unclear, OpenMailbox.UNCLEAR);
        mailbox.delete(kept);
        return !fresh.isEmpty();
    }

    /** A client's own words lie in one place only. */
    private static boolean isInTheDatabase(Taken taken) {
        return taken.kind().isReply() && (taken.outcome() == Outcome.DONE || taken.outcome() == Outcome.TWICE);
    }

    private Taken take(OpenMailbox mailbox, Message message) throws MessagingException {
        try {
            return taking.apply(mailbox.read(message));
        } catch (MessageRemovedException gone) {
            return new Taken(Kind.UNCLEAR, Outcome.NOTHING);
        } catch (FolderClosedException | StoreClosedException connectionGone) {
            throw connectionGone;
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException ours) {
            throw ours;
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError unreadable) {
            LOG.warn("A returned message can't be taken: {}", unreadable.getClass().getSimpleName());
            return new Taken(Kind.UNCLEAR, Outcome.FAULT);
        }
    }
}
