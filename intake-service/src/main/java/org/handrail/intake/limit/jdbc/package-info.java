/** Counts in PostgreSQL. */
@NullMarked
package org.handrail.intake.limit.jdbc;

import org.jspecify.annotations.NullMarked;
