/** The dispatcher's loop, its beans and its figures. */
@NullMarked
package org.handrail.followup.dispatch.camel;

import org.jspecify.annotations.NullMarked;
