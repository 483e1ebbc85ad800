/** The consents and stops API. */
@NullMarked
package org.handrail.intake.consent.web;

import org.jspecify.annotations.NullMarked;
