/** The direct way to notifier-service. */
@NullMarked
package org.handrail.intake.consent.http;

import org.jspecify.annotations.NullMarked;
