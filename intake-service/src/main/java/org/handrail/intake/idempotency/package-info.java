/** The same request twice is done once: answers are kept under the request's key, in the transaction of the work itself. */
@NullMarked
package org.handrail.intake.idempotency;

import org.jspecify.annotations.NullMarked;
