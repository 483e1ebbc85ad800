/** The proof of a client's consents to email, as notifier-service's ledger has it: shown to staff, printed, never kept. */
@NullMarked
package org.handrail.followup.proof;

import org.jspecify.annotations.NullMarked;
