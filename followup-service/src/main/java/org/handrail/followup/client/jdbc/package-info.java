/** Projections of contacts, preferences and address states in PostgreSQL. */
@NullMarked
package org.handrail.followup.client.jdbc;

import org.jspecify.annotations.NullMarked;
