/** The API of schedules: what is in force, drafts, previews, publishing and moves. */
@NullMarked
package org.handrail.followup.publishing.web;

import org.jspecify.annotations.NullMarked;
