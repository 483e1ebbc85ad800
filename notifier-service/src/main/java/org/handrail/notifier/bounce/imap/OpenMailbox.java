package org.handrail.notifier.bounce.imap;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One connection to the mailbox. Any fault of it ends it; the messages stay where they are. */
final class OpenMailbox implements AutoCloseable {

    static final String PROCESSED = "Processed";
    static final String UNCLEAR = "Unclear";
    /** Of a message; the report stands at its beginning, what was sent back after it. */
    private static final int LONGEST = 512 * 1024;

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final boolean moves;
    private final boolean idles;
    private final Queue<Message> waiting = new ArrayDeque<>();
    private long next = 1;
    private boolean cleared;

    private OpenMailbox(IMAPStore store, IMAPFolder folder) throws MessagingException {
        this.store = store;
        this.folder = folder;
        this.moves = store.hasCapability("MOVE");
        this.idles = store.hasCapability("IDLE");
    }

    static OpenMailbox open(ImapMailbox mailbox) throws MessagingException {
        return open(mailbox, mailbox.properties());
    }

    /** @param properties the mailbox's own, and whom to trust */
    static OpenMailbox open(ImapMailbox mailbox, Properties properties) throws MessagingException {
        Session session = Session.getInstance(properties);
        IMAPStore store = (IMAPStore) session.getStore(mailbox.protocol());
        try {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            return new OpenMailbox(store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Messages not handed out on this connection before, oldest first. */
    List<Message> fresh(int most) throws MessagingException {
        if (waiting.isEmpty()) {
            waiting.addAll(listed());
        }
        List<Message> fresh = new ArrayList<>();
        while (fresh.size() < most && !waiting.isEmpty()) {
            fresh.add(waiting.remove());
        }
        return fresh;
    }

    /** All at once: to list a full mailbox again for every few messages costs more than to read them. */
    private List<Message> listed() throws MessagingException {
        if (cleared) {
            // the library keeps the places of messages that were moved away, and takes new ones for them
            folder.close(false);
            folder.open(Folder.READ_WRITE);
            cleared = false;
        }
        // asking for the count alone does not ask the server when it was asked within the last second
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
        if (folder.getMessageCount() == 0) {
            return List.of();
        }
        // "n:*" names the last message even when n lies beyond it
        return Arrays.stream(folder.getMessagesByUID(next, UIDFolder.LASTUID))
                .filter(message -> message != null && uid(message) >= next).toList();
    }

    /** It is not handed out again on this connection, whatever becomes of it. */
    void seen(Message message) {
        next = Math.max(next, uid(message) + 1);
    }

    byte[] read(Message message) throws MessagingException, IOException {
        try (InputStream bytes = ((IMAPMessage) message).getMimeStream()) {
            return bytes.readNBytes(LONGEST);
        }
    }

    void move(List<Message> messages, String name) throws MessagingException {
        if (messages.isEmpty()) {
            return;
        }
        Folder target = folder(name);
        cleared = true;
        Message[] all = messages.toArray(Message[]::new);
        if (moves) {
            folder.moveMessages(all, target);
        } else {
            folder.copyMessages(all, target);
            delete(messages);
        }
    }

    void delete(List<Message> messages) throws MessagingException {
        if (!messages.isEmpty()) {
            Message[] all = messages.toArray(Message[]::new);
            cleared = true;
            folder.setFlags(all, new Flags(Flags.Flag.DELETED), true);
            folder.expunge(all);
        }
    }

    /** What was taken, and what operators did not come to look at. */
    void deleteOlderThan(Instant moment) throws MessagingException {
        for (String name : List.of(PROCESSED, UNCLEAR)) {
            Folder old = folder(name);
            old.open(Folder.READ_WRITE);
            try {
                Message[] found = old.search(new ReceivedDateTerm(ComparisonTerm.LT, Date.from(moment)));
                old.setFlags(found, new Flags(Flags.Flag.DELETED), true);
            } finally {
                old.close(true);
            }
        }
    }

    boolean idles() {
        return idles;
    }

    /** Returns when something is new, when {@link #wake} is called, or at once when the connection is gone. */
    void idle() throws MessagingException {
        folder.idle(true);
    }

    /** Asking an idle folder anything ends its idling. */
    void wake() {
        folder.isOpen();
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }

    /** Some servers keep every folder below INBOX. */
    private Folder folder(String name) throws MessagingException {
        Folder beside = store.getDefaultFolder().getFolder(name);
        if (beside.exists() || creates(beside)) {
            return beside;
        }
        Folder below = store.getFolder("INBOX").getFolder(name);
        if (!below.exists()) {
            below.create(Folder.HOLDS_MESSAGES);
        }
        return below;
    }

    private static boolean creates(Folder folder) {
        try {
            return folder.create(Folder.HOLDS_MESSAGES);
        } catch (MessagingException e) {
            return false;
        }
    }

    private long uid(Message message) {
        try {
            return folder.getUID(message);
        } catch (MessageRemovedException e) {
            return 0;
        } catch (MessagingException e) {
            throw new IllegalStateException("the mailbox is gone", e);
        }
    }
}
