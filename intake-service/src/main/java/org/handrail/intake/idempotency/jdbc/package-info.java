/** Kept answers in PostgreSQL. */
@NullMarked
package org.handrail.intake.idempotency.jdbc;

import org.jspecify.annotations.NullMarked;
