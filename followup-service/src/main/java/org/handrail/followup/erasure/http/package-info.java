/** The way to intake-service. */
@NullMarked
package org.handrail.followup.erasure.http;

import org.jspecify.annotations.NullMarked;
