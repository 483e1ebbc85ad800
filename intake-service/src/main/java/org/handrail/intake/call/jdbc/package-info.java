/** Calls and webhook deliveries in PostgreSQL. */
@NullMarked
package org.handrail.intake.call.jdbc;

import org.jspecify.annotations.NullMarked;
