/** Erasing a person, asked for by an admin: intake-service does it and everybody else follows; this keeps the audit. */
@NullMarked
package org.handrail.followup.erasure;

import org.jspecify.annotations.NullMarked;
