/** Who may be the same, from the contacts. */
@NullMarked
package org.handrail.followup.merge.jdbc;

import org.jspecify.annotations.NullMarked;
