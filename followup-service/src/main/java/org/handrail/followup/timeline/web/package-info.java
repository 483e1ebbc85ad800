/** Timelines in words, and their JSON API. */
@NullMarked
package org.handrail.followup.timeline.web;

import org.jspecify.annotations.NullMarked;
