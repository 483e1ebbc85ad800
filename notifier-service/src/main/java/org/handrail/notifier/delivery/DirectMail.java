package org.handrail.notifier.delivery;

import java.util.Optional;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.template.RenderedMail;

/**
 * Hands over a message that is no client's: not in the ledger, once and never again. It takes the providers' order,
 * connections and rates like every other. Thread-safe.
 */
public final class DirectMail {

    private final Providers providers;

    public DirectMail(Providers providers) {
        this.providers = providers;
    }

    /** Takes as long as the servers do. @return a code as in the ledger */
    public String send(RenderedMail mail) {
        try {
            Optional<Providers.Handover> handover = providers.hand(mail);
            return handover.isEmpty() ? "providers-away" : code(handover.get().outcome());
        } catch (RuntimeException fault) {
            return "mailer-fault";
        }
    }

    private static String code(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Refused refused) {
            return AfterSending.smtp(refused.code());
        }
        if (outcome instanceof SendOutcome.TryLater later) {
            return AfterSending.smtp(later.code());
        }
        return outcome instanceof SendOutcome.Unknown unknown ? AfterSending.smtp(unknown.code()) : "accepted";
    }
}
