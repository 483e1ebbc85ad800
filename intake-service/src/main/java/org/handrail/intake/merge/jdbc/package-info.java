/** Merges in PostgreSQL. */
@NullMarked
package org.handrail.intake.merge.jdbc;

import org.jspecify.annotations.NullMarked;
