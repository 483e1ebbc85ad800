/** Clients' cases in PostgreSQL, many at a time: a handful of statements whatever the number of clients. */
@NullMarked
package org.handrail.followup.enrolment.jdbc;

import org.jspecify.annotations.NullMarked;
