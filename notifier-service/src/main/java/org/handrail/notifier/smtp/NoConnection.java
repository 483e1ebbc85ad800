package org.handrail.notifier.smtp;

import org.handrail.notifier.delivery.Mailer.SendOutcome;

/** No dialogue came about; nothing was sent. */
final class NoConnection extends Exception {

    private final transient SendOutcome outcome;

    NoConnection(SendOutcome outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }

    SendOutcome outcome() {
        return outcome;
    }
}
