/** Appointments as calendar files (RFC 5545) for clients who asked for them. Nothing in a file tells what the appointment is about. */
@NullMarked
package org.handrail.notifier.calendar;

import org.jspecify.annotations.NullMarked;
