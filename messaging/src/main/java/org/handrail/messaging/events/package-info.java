/** The Camel component {@code events:}: hands routes the new facts of a poll inside one transaction. */
@NullMarked
package org.handrail.messaging.events;

import org.jspecify.annotations.NullMarked;
