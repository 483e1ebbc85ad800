/**
 * Editing schedules while people are in them: drafts, what publishing one would do, publishing and rolling back, and
 * moving those enrolled. Its parts belong to admins; nothing else calls them.
 */
@NullMarked
package org.handrail.followup.publishing;

import org.jspecify.annotations.NullMarked;
