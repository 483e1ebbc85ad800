package org.handrail.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.handrail.notifier.delivery.Mailer.SendOutcome;

/** What an attempt's outcome means for the ledger. */
public final class AfterSending {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/-]{1,90}");

    private final BackOff backOff;

    public AfterSending(BackOff backOff) {
        this.backOff = backOff;
    }

    Settlement settle(Claimed claimed, Providers.Handover handover, Instant now) {
        Settlement settlement = settle(claimed, handover.outcome(), handover.provider(), now);
        for (String fault : handover.faults()) {
            settlement = settlement.alerting(fault);
        }
        return settlement;
    }

    /** Every provider is being left alone: nothing was tried, so that it is no attempt. */
    Settlement notTried(Claimed claimed, Instant now) {
        return Settlement.putOff(claimed, "providers-away", now.plus(A_MOMENT));
    }

    private Settlement settle(Claimed claimed, SendOutcome outcome, int provider, Instant now) {
        if (outcome instanceof SendOutcome.Accepted) {
            return Settlement.ended(claimed, State.SENT, provider == 1 ? "accepted" : "accepted-by-" + provider);
        }
        if (outcome instanceof SendOutcome.Refused refused) {
            return refused(claimed, refused, now);
        }
        if (outcome instanceof SendOutcome.TryLater later) {
            return later(claimed, smtp(later.code()), now);
        }
        return Settlement.ended(claimed, State.UNKNOWN, smtp(((SendOutcome.Unknown) outcome).code()))
                .alerting("outcome-unknown");
    }

    /** A fault of the mailer itself: nobody can tell whether the message went. */
    Settlement faulted(Claimed claimed) {
        return Settlement.ended(claimed, State.UNKNOWN, "mailer-fault").alerting("mailer-fault");
    }

    /** When our own set-up is at fault the message waits for the operators, and nobody is silenced. */
    private Settlement refused(Claimed claimed, SendOutcome.Refused refused, Instant now) {
        String code = smtp(refused.code());
        if (refused.operator()) {
            return later(claimed, code, now).alerting(code);
        }
        Settlement settlement = Settlement.ended(claimed, State.REFUSED, code);
        // another address than the client's says nothing about the client's
        return refused.hard() && !claimed.delivery().isOfAddressChange() ? settlement.suppressing() : settlement;
    }

    private Settlement later(Claimed claimed, String code, Instant now) {
        Instant next = now.plus(backOff.after(claimed.delivery().attempts() + 1));
        return next.isAfter(claimed.delivery().deadline())
                ? Settlement.ended(claimed, State.SKIPPED, "deadline-passed")
                : Settlement.again(claimed, code, next);
    }

    /** Whatever a server comes up with, a reason stays a code. */
    static String smtp(String code) {
        return "smtp-" + (CODE.matcher(code).matches() ? code : "other");
    }
}
