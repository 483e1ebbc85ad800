/** Commands of the jar that make, list and revoke API keys. */
@NullMarked
package org.handrail.intake.source.command;

import org.jspecify.annotations.NullMarked;
