/** Clients in PostgreSQL. */
@NullMarked
package org.handrail.intake.client.jdbc;

import org.jspecify.annotations.NullMarked;
