/** Accounts and sign-in attempts in PostgreSQL. */
@NullMarked
package org.handrail.followup.staff.jdbc;

import org.jspecify.annotations.NullMarked;
