/** The latest state of each appointment, for the last look. */
@NullMarked
package org.handrail.notifier.appointment;

import org.jspecify.annotations.NullMarked;
