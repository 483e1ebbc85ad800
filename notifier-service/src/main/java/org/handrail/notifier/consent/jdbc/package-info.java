/** The consent ledger's tables. */
@NullMarked
package org.handrail.notifier.consent.jdbc;

import org.jspecify.annotations.NullMarked;
