/** Stays in PostgreSQL. */
@NullMarked
package org.handrail.intake.stay.jdbc;

import org.jspecify.annotations.NullMarked;
