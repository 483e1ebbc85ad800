package org.handrail.notifier.delivery.camel;

import java.time.Duration;
import org.handrail.notifier.delivery.Presence;
import org.handrail.notifier.delivery.SendingLoop;
import org.springframework.context.SmartLifecycle;

/** Sending starts last, when everything it needs is there, and is the first to stop. */
public final class SendingLifecycle implements SmartLifecycle {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(4);

    private final SendingLoop loop;
    private final Presence presence;
    private volatile boolean running;

    public SendingLifecycle(SendingLoop loop, Presence presence) {
        this.loop = loop;
        this.presence = presence;
    }

    @Override
    public void start() {
        presence.appear();
        presence.takeOver();
        loop.start();
        running = true;
    }

    /** A process that leaves something SENDING stays in the list, and is found dead there. */
    @Override
    public void stop() {
        running = false;
        if (loop.stop(STOP_LIMIT)) {
            presence.leave();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
