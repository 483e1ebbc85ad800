/** Previewing and publishing an edit of a schedule that a million people are in. */
@NullMarked
package org.handrail.standalone.bench.edit;

import org.jspecify.annotations.NullMarked;
