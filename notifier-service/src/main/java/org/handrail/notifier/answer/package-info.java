/** What clients answer to a mail about an appointment. An answer is recorded only while it is about the appointment as it stands. */
@NullMarked
package org.handrail.notifier.answer;

import org.jspecify.annotations.NullMarked;
