/** Facts that intake-service accepted from forms, calls, booking systems and staff. */
@NullMarked
package org.handrail.contract.intake;

import org.jspecify.annotations.NullMarked;
