package org.handrail.notifier.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends what is due. One thread, the clerk, speaks with the ledger: each of its transactions writes down what became
 * of the messages that the senders have finished, and claims as many new ones as senders are free. The more senders
 * wait, the more share a commit. Never are more rows SENDING than there are senders, so that is how many a crash can
 * leave unknown.
 */
public final class SendingLoop {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Rounds rounds;
    private final Sender sender;
    private final Desk desk;
    private final Thread clerk;
    private final List<Thread> senders = new ArrayList<>();

    public SendingLoop(Rounds rounds, Sender sender) {
        this.rounds = rounds;
        this.sender = sender;
        this.desk = new Desk(sender.providers());
        this.clerk = new Thread(this::keepLedger, "notifier-clerk");
        for (int i = 1; i <= sender.providers().connections(); i++) {
            senders.add(new Thread(this::send, "notifier-sender-" + i));
        }
    }

    public void start() {
        senders.forEach(Thread::start);
        clerk.start();
        look();
    }

    /** Something may be due. To be called regularly, and whenever something was queued. */
    public void look() {
        desk.look();
    }

    /**
     * Claims no more, waits for what is under way and writes it down. What the mail server holds up for longer stays
     * SENDING and is unknown to the next start.
     *
     * @return whether everything was written down
     */
    public boolean stop(Duration limit) {
        desk.close();
        boolean done = false;
        try {
            clerk.join(limit.toMillis());
            done = !clerk.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clerk.interrupt();
        senders.forEach(Thread::interrupt);
        return done;
    }

    private void keepLedger() {
        Duration pause = FIRST_PAUSE;
        boolean inDoubt = false;
        try {
            for (Desk.Turn turn = desk.awaitTurn(); turn != null; turn = desk.awaitTurn()) {
                try {
                    if (inDoubt) {
                        rounds.giveBackAllBut(turn.known());
                        sender.keepOnly(turn.known());
                        inDoubt = false;
                    }
                    desk.handOut(rounds.next(turn.finished(), turn.wanted()));
                    pause = FIRST_PAUSE;
                } catch (RuntimeException databaseAway) {
                    inDoubt = true;
                    desk.bringBack(turn);
                    LockSupport.parkNanos(pause.toNanos());
                    pause = longer(pause);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        try {
            for (Claimed claimed = desk.awaitClaimed(); claimed != null; claimed = desk.awaitClaimed()) {
                desk.finish(sender.send(claimed));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
