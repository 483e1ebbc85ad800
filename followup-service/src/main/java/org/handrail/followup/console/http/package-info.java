/** What the console fetches from notifier-service. */
@NullMarked
package org.handrail.followup.console.http;

import org.jspecify.annotations.NullMarked;
