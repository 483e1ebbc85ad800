package org.handrail.notifier.delivery;

import static org.handrail.notifier.delivery.Decision.GO;

import java.util.Objects;
import org.handrail.notifier.delivery.LastLook.Objection;
import org.handrail.notifier.delivery.Situation.Recipient;

/** Rules about whom it would go to. The first one comes before the others, which rely on it. */
final class RecipientRules {

    private RecipientRules() {
    }

    static Decision contactKnown(Situation situation) {
        return situation.recipient() != null ? GO : Waiting.forNews(situation, "contact-unknown");
    }

    static Decision addressPresent(Situation situation) {
        return recipient(situation).email() != null ? GO : refusal(situation, "address-absent");
    }

    static Decision notAnInquirer(Situation situation) {
        return recipient(situation).inquirer() ? new Decision.Skip("inquirer-not-client") : GO;
    }

    static Decision notSuppressed(Situation situation) {
        return recipient(situation).suppressed() ? new Decision.Skip("address-suppressed") : GO;
    }

    /** A receipt may go to an address not confirmed yet, for it is how its owner can confirm it. */
    static Decision confirmed(Situation situation) {
        return recipient(situation).confirmed() || situation.delivery().isReceipt()
                ? GO
                : refusal(situation, "address-unconfirmed");
    }

    /** So that the form can't be used to flood a stranger's mailbox. */
    static Objection receiptsAtMost(int limit) {
        return situation -> situation.delivery().isReceipt() && situation.receipts() >= limit
                ? new Decision.Skip("receipt-limit")
                : GO;
    }

    private static Recipient recipient(Situation situation) {
        return Objects.requireNonNull(situation.recipient());
    }

    private static Decision refusal(Situation situation, String reason) {
        return situation.fresh() ? Waiting.forNews(situation, reason) : new Decision.Skip(reason);
    }
}
