/** The audit trail in PostgreSQL. */
@NullMarked
package org.handrail.followup.audit.jdbc;

import org.jspecify.annotations.NullMarked;
