/** The queue's JSON API and the beans of the feature. */
@NullMarked
package org.handrail.followup.queue.web;

import org.jspecify.annotations.NullMarked;
