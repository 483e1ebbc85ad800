/** Two clients who are one person: staff say so, intake-service does it, and this keeps the audit. */
@NullMarked
package org.handrail.followup.merge;

import org.jspecify.annotations.NullMarked;
