/** The files of this project, for tests that hold some of them against others. */
@NullMarked
package org.handrail.acceptance.project;

import org.jspecify.annotations.NullMarked;
