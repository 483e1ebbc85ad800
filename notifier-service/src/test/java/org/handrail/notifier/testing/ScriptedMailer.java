package org.handrail.notifier.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.handrail.notifier.delivery.Mailer;
import org.handrail.notifier.template.RenderedMail;

/** A mail server that does as it is told, and remembers what reached it. */
public final class ScriptedMailer implements Mailer {

    private final int connections;
    private final List<UUID> attempts = new CopyOnWriteArrayList<>();
    private final Map<UUID, AtomicInteger> accepted = new ConcurrentHashMap<>();
    private volatile SendOutcome greeting = new SendOutcome.Accepted();
    private volatile Function<RenderedMail, SendOutcome> script = mail -> new SendOutcome.Accepted();

    public ScriptedMailer(int connections) {
        this.connections = connections;
    }

    public ScriptedMailer doing(Function<RenderedMail, SendOutcome> newScript) {
        script = newScript;
        return this;
    }

    @Override
    public SendOutcome send(RenderedMail mail) {
        attempts.add(mail.deliveryId());
        SendOutcome outcome = script.apply(mail);
        if (outcome instanceof SendOutcome.Accepted) {
            accept(mail);
        }
        return outcome;
    }

    /** As a server that takes the message, whatever it answers. */
    public void accept(RenderedMail mail) {
        accepted.computeIfAbsent(mail.deliveryId(), id -> new AtomicInteger()).incrementAndGet();
    }

    public void greeting(SendOutcome outcome) {
        greeting = outcome;
    }

    @Override
    public SendOutcome greet() {
        return greeting;
    }

    @Override
    public int connections() {
        return connections;
    }

    public List<UUID> attempts() {
        return attempts;
    }

    public int accepted(UUID delivery) {
        AtomicInteger count = accepted.get(delivery);
        return count == null ? 0 : count.get();
    }

    public Map<UUID, AtomicInteger> accepted() {
        return accepted;
    }
}
