package org.handrail.notifier.delivery;

import static org.handrail.notifier.delivery.Decision.GO;

/** Rules about mails of a change of address; all others pass them. */
final class AddressRules {

    private AddressRules() {
    }

    /** Answered, replaced by a newer wish, expired, changed by staff, or gone with its client. */
    static Decision changeUnderWay(Situation situation) {
        return !situation.delivery().isOfAddressChange()
                || situation.addressChange() != null && situation.addressChange().open()
                ? GO
                : new Decision.Withdraw("address-change-over");
    }

    static Decision ownerSaidNoStop(Situation situation) {
        return situation.addressChange() != null && situation.addressChange().unwelcome()
                ? new Decision.Skip("address-stopped")
                : GO;
    }
}
