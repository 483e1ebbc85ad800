/** Breaks a running installation on purpose, and holds what is left against what was accepted. */
@NullMarked
package org.handrail.standalone.faults;

import org.jspecify.annotations.NullMarked;
