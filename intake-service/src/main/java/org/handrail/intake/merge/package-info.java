/** Staff found out that two clients are one person: what the one brought goes to the other, whose own word counts more. */
@NullMarked
package org.handrail.intake.merge;

import org.jspecify.annotations.NullMarked;
