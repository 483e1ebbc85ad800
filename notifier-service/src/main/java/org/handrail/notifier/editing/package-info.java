/**
 * Mail templates edited as versions: drafts, what is wrong with them, previews, publishing, rolling back. Used by the
 * console of followup-service over HTTP.
 */
@NullMarked
package org.handrail.notifier.editing;

import org.jspecify.annotations.NullMarked;
