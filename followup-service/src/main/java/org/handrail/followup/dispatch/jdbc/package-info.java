/** Due steps in PostgreSQL: claimed by {@code for update skip locked} through one partial index. */
@NullMarked
package org.handrail.followup.dispatch.jdbc;

import org.jspecify.annotations.NullMarked;
