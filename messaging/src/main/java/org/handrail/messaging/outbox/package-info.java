/** Facts on their way out: written with the state they tell of, published after the commit. */
@NullMarked
package org.handrail.messaging.outbox;

import org.jspecify.annotations.NullMarked;
