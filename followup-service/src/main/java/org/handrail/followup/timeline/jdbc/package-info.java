/** The timeline in PostgreSQL. */
@NullMarked
package org.handrail.followup.timeline.jdbc;

import org.jspecify.annotations.NullMarked;
