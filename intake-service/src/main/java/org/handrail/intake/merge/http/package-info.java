/** The way to the ledger of stops. */
@NullMarked
package org.handrail.intake.merge.http;

import org.jspecify.annotations.NullMarked;
