/** Where mail leaves: kept connections to the SMTP server, the only package that knows Jakarta Mail. */
@NullMarked
package org.handrail.notifier.smtp;

import org.jspecify.annotations.NullMarked;
