/**
 * What if: a schedule played for an imaginary person, with what happens to them and when. The answer is the timeline
 * that the engine in service would have made, because the engine in service makes it; nothing is stored or sent.
 */
@NullMarked
package org.handrail.followup.whatif;

import org.jspecify.annotations.NullMarked;
