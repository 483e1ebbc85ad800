/** Calls that ended, as signed webhooks tell of them: answered or missed, and by whom. */
@NullMarked
package org.handrail.intake.call;

import org.jspecify.annotations.NullMarked;
