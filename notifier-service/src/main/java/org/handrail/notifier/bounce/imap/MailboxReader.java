package org.handrail.notifier.bounce.imap;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.handrail.notifier.bounce.TakingReturns.Taken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks into the mailbox for as long as the service runs: at once when the server tells of news, else every so often.
 * Of several instances one looks; the others take over when it falls silent.
 */
public final class MailboxReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration CLEANING = Duration.ofHours(1);
    /** Below the turn's lease, which each look renews. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(25);

    private final ImapMailbox mailbox;
    private final Looking looking;
    private final BooleanSupplier myTurn;
    private final Runnable leave;
    private final Consumer<Instant> tidying;
    private final Clock clock;
    private final MailboxState state = new MailboxState(System::nanoTime);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ScheduledExecutorService waking = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "mailbox-waking");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread thread = new Thread(this::run, "mailbox");
    private volatile @Nullable OpenMailbox open;
    private volatile boolean running;
    private long cleanedAt = System.nanoTime() - CLEANING.toNanos();

    /**
     * @param taking in a transaction of its own
     * @param myTurn  whether this instance is the one to look, for the next minute
     * @param tidying called every hour with the time
     */
    public MailboxReader(ImapMailbox mailbox, Function<byte[], Taken> taking, BooleanSupplier myTurn, Runnable leave,
            Consumer<Instant> tidying, Clock clock) {
        this.mailbox = mailbox;
        this.looking = new Looking(taking);
        this.myTurn = myTurn;
        this.leave = leave;
        this.tidying = tidying;
        this.clock = clock;
    }

    public MailboxState state() {
        return state;
    }

    @Override
    public void start() {
        running = true;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        // again and again: it may be about to idle
        waking.scheduleWithFixedDelay(this::wake, 0, 100, TimeUnit.MILLISECONDS);
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waking.shutdownNow();
    }

    private void wake() {
        OpenMailbox current = open;
        if (current != null) {
            current.wake();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        int faults = 0;
        while (running) {
            try {
                if (myTurn.getAsBoolean()) {
                    lookAndWait();
                } else {
                    state.resting();
                    close();
                    pause(mailbox.poll());
                }
                faults = 0;
            } catch (MessagingException | RuntimeException e) {
                close();
                state.failed(MailboxFault.code(e));
                LOG.warn("The mailbox {} can't be read: {}", mailbox, MailboxFault.code(e));
                pause(Duration.ofSeconds(Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(faults++, 6))));
            }
        }
        close();
        leaveQuietly();
    }

    private void lookAndWait() throws MessagingException {
        OpenMailbox current = open;
        if (current == null) {
            current = OpenMailbox.open(mailbox);
            open = current;
        }
        boolean more = looking.look(current);
        state.looked();
        if (!more && running) {
            clean(current);
            await(current);
        }
    }

    private void clean(OpenMailbox current) throws MessagingException {
        if (System.nanoTime() - cleanedAt >= CLEANING.toNanos()) {
            Instant now = clock.instant();
            current.deleteOlderThan(now.minus(mailbox.keep()));
            tidying.accept(now);
            cleanedAt = System.nanoTime();
        }
    }

    private void await(OpenMailbox current) throws MessagingException {
        Duration wait = mailbox.poll().compareTo(LONGEST_IDLE) < 0 ? mailbox.poll() : LONGEST_IDLE;
        if (!current.idles()) {
            pause(wait);
            return;
        }
        // again and again: the library lets an idle connection be that said something within the last second
        ScheduledFuture<?> wake = waking.scheduleWithFixedDelay(
                current::wake, wait.toMillis(), 1_000, TimeUnit.MILLISECONDS);
        try {
            current.idle();
        } finally {
            wake.cancel(false);
        }
    }

    private void pause(Duration length) {
        try {
            stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void close() {
        OpenMailbox current = open;
        open = null;
        if (current != null) {
            try {
                current.close();
            } catch (MessagingException | RuntimeException alreadyGone) {
                LOG.debug("The mailbox was gone when it was closed");
            }
        }
    }

    private void leaveQuietly() {
        try {
            leave.run();
        } catch (RuntimeException databaseGone) {
            LOG.debug("The mailbox's turn could not be given back; it runs out by itself");
        }
    }
}
