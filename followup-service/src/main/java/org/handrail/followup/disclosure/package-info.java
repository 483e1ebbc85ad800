/** Consents to disclose to others (42 CFR part 2) as staff record and end them, and the question what one allows. */
@NullMarked
package org.handrail.followup.disclosure;

import org.jspecify.annotations.NullMarked;
