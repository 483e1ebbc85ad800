package org.handrail.notifier.delivery;

import static org.handrail.notifier.delivery.Decision.GO;

import org.handrail.notifier.consent.Preference;

/** No record means no send. */
final class ConsentRules {

    private ConsentRules() {
    }

    static Decision noStopInForce(Situation situation) {
        Preference consent = situation.consent();
        return consent != null && consent.state() == Preference.State.WITHDRAWN
                ? refusal(situation, "consent-withdrawn")
                : GO;
    }

    static Decision consentInForce(Situation situation) {
        Preference consent = situation.consent();
        if (consent == null) {
            return situation.clientKnown()
                    ? refusal(situation, "consent-absent")
                    : Waiting.forNews(situation, "consent-absent");
        }
        return consent.allowsAt(situation.now()) ? GO : refusal(situation, switch (consent.state()) {
            case DEFICIENT -> "consent-deficient";
            case WITHDRAWN -> "consent-withdrawn";
            case IN_FORCE, EXPIRED -> "consent-expired";
        });
    }

    /** A consent that set out together with the reminder may arrive after it. */
    private static Decision refusal(Situation situation, String reason) {
        return situation.fresh() ? Waiting.forNews(situation, reason) : new Decision.Skip(reason);
    }
}
