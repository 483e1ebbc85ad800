/** Editing templates over HTTP, for followup-service. */
@NullMarked
package org.handrail.notifier.editing.web;

import org.jspecify.annotations.NullMarked;
