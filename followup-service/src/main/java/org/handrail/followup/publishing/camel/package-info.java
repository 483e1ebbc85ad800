/** The loop that moves those enrolled. */
@NullMarked
package org.handrail.followup.publishing.camel;

import org.jspecify.annotations.NullMarked;
