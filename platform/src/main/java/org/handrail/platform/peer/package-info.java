/** What one service says to another directly; everything else goes through Kafka. */
@NullMarked
package org.handrail.platform.peer;

import org.jspecify.annotations.NullMarked;
