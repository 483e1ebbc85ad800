/** The door for the console. */
@NullMarked
package org.handrail.intake.merge.web;

import org.jspecify.annotations.NullMarked;
