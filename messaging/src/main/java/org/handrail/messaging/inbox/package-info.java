/** Facts taken in: remembered with the state they changed, so that each counts once. */
@NullMarked
package org.handrail.messaging.inbox;

import org.jspecify.annotations.NullMarked;
