/** A planted violation, for the architecture test alone. */
@NullMarked
package org.handrail.intake.plantedmail.web;

import org.jspecify.annotations.NullMarked;
