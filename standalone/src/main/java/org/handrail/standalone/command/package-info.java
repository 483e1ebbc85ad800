/** The commands of {@code ./handrail}: each reads its arguments and settings, and returns the exit status. */
@NullMarked
package org.handrail.standalone.command;

import org.jspecify.annotations.NullMarked;
