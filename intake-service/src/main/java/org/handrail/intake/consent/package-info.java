/** Consents that sources recorded, and stops: a stop goes to notifier-service before it is answered. */
@NullMarked
package org.handrail.intake.consent;

import org.jspecify.annotations.NullMarked;
