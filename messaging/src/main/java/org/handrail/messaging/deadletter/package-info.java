/** Records that could not be taken in: kept with the reason, counted, replayed. */
@NullMarked
package org.handrail.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
