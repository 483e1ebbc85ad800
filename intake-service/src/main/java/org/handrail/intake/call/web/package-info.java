/** The webhook endpoints. */
@NullMarked
package org.handrail.intake.call.web;

import org.jspecify.annotations.NullMarked;
