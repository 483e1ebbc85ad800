/** Rate limits of addresses and sources. */
@NullMarked
package org.handrail.intake.limit.web;

import org.jspecify.annotations.NullMarked;
