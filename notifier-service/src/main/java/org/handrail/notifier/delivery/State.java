package org.handrail.notifier.delivery;

/** Where a delivery stands in the ledger. */
public enum State {

    QUEUED,

    /** Claimed: the last look agreed, and one process may be handing it to the server at this moment. */
    SENDING,

    SENT, REFUSED, BOUNCED, WITHDRAWN, SKIPPED,

    /** It may have gone and may not have: staff decide. */
    UNKNOWN
}
