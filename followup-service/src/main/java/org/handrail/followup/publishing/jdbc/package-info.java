/** Drafts and the history of schedules in PostgreSQL. */
@NullMarked
package org.handrail.followup.publishing.jdbc;

import org.jspecify.annotations.NullMarked;
