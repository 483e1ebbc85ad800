/** How fast followup-service releases due steps, and whether many that are still to come slow it down. */
@NullMarked
package org.handrail.standalone.bench.dispatch;

import org.jspecify.annotations.NullMarked;
