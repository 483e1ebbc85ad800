/** What the console shows of a client, read from the tables of the features that keep it. */
@NullMarked
package org.handrail.followup.console.jdbc;

import org.jspecify.annotations.NullMarked;
