/** The way to notifier-service, which keeps the consents and is the gate. */
@NullMarked
package org.handrail.followup.disclosure.http;

import org.jspecify.annotations.NullMarked;
