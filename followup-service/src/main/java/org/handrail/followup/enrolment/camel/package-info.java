/** How facts reach the cases of those whom they are about. */
@NullMarked
package org.handrail.followup.enrolment.camel;

import org.jspecify.annotations.NullMarked;
