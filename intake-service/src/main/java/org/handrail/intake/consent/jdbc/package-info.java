/** Which acts of consent were entered before. */
@NullMarked
package org.handrail.intake.consent.jdbc;

import org.jspecify.annotations.NullMarked;
