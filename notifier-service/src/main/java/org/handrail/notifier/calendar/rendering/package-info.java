/** Puts calendar files into messages. */
@NullMarked
package org.handrail.notifier.calendar.rendering;

import org.jspecify.annotations.NullMarked;
