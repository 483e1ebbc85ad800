/** The Idempotency-Key header. */
@NullMarked
package org.handrail.intake.idempotency.web;

import org.jspecify.annotations.NullMarked;
