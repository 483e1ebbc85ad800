/** The way to the ledger. */
@NullMarked
package org.handrail.followup.proof.http;

import org.jspecify.annotations.NullMarked;
