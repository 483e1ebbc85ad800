/** The appointment table. */
@NullMarked
package org.handrail.notifier.appointment.jdbc;

import org.jspecify.annotations.NullMarked;
