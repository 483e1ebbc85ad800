/** Two weeks of fourteen people and more, told as beats: at this time, this person does that. */
@NullMarked
package org.handrail.standalone.demo.story;

import org.jspecify.annotations.NullMarked;
