/** What happened to a client's follow-up, in words a person can read; every thing that did not go out has its reason here. */
@NullMarked
package org.handrail.followup.timeline;

import org.jspecify.annotations.NullMarked;
