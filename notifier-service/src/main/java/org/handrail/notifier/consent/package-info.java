/** The consent ledger: append-only acts, the current state derived from them. */
@NullMarked
package org.handrail.notifier.consent;

import org.jspecify.annotations.NullMarked;
