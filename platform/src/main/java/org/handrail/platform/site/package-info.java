/** The provider's sites: where, in which zone, when staffed. */
@NullMarked
package org.handrail.platform.site;

import org.jspecify.annotations.NullMarked;
