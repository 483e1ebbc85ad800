package org.handrail.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;

/**
 * Makes the messages of what the last look lets go, before any of it is claimed: what can't be written, or would
 * reveal something, never becomes SENDING. Thread-safe.
 */
public final class Drafting {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Messages messages;
    private final Rendering rendering;

    public Drafting(Messages messages, Rendering rendering) {
        this.messages = messages;
        this.rendering = rendering;
    }

    public sealed interface Draft {

        /** @param templateVersion which one the message was made from */
        record Ready(Claimed claimed, int templateVersion) implements Draft {
        }

        /**
         * It stays here.
         *
         * @param alert code for the operators
         */
        record Blocked(Claimed claimed, Decision decision, String alert) implements Draft {
        }
    }

    public Draft draft(Claimed claimed, Instant now) {
        try {
            RenderedMail mail = rendering.render(messages.about(claimed, now));
            return new Draft.Ready(claimed.with(mail), mail.templateVersion());
        } catch (Rendering.TemplateFault fault) {
            // the same template would fail the same way
            return new Draft.Blocked(claimed, new Decision.Skip(fault.code()), fault.code());
        } catch (RuntimeException fault) {
            return new Draft.Blocked(claimed, later(claimed, now), "render-fault");
        }
    }

    /** The fault is not the template's, so it may pass. */
    private static Decision later(Claimed claimed, Instant now) {
        Instant next = now.plus(PAUSE);
        return next.isAfter(claimed.delivery().deadline()) ? new Decision.Skip("deadline-passed")
                : new Decision.Wait(next, "render-fault");
    }
}
