/** The queue in PostgreSQL. */
@NullMarked
package org.handrail.followup.queue.jdbc;

import org.jspecify.annotations.NullMarked;
