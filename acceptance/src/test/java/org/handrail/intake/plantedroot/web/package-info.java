/** A planted violation, for the architecture test alone. */
@NullMarked
package org.handrail.intake.plantedroot.web;

import org.jspecify.annotations.NullMarked;
