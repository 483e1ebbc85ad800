/** Somebody asks for help, by the public form or through a source. */
@NullMarked
package org.handrail.intake.inquiry;

import org.jspecify.annotations.NullMarked;
