/** The way to notifier-service. */
@NullMarked
package org.handrail.followup.template.http;

import org.jspecify.annotations.NullMarked;
