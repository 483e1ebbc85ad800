/** Mail templates and the list of revealing words, which notifier-service keeps, as admins change them. */
@NullMarked
package org.handrail.followup.template;

import org.jspecify.annotations.NullMarked;
