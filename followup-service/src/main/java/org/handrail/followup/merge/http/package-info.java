/** The way to intake-service. */
@NullMarked
package org.handrail.followup.merge.http;

import org.jspecify.annotations.NullMarked;
