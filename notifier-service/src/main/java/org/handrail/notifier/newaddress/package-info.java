/**
 * Another address that a client asks for: nothing changes until its owner has confirmed it, and then intake-service,
 * which keeps details, learns of it (ADR 0022).
 */
@NullMarked
package org.handrail.notifier.newaddress;

import org.jspecify.annotations.NullMarked;
