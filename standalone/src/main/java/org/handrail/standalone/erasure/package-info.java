/** Erasing a person from a running installation, and looking for what may be left of them. */
@NullMarked
package org.handrail.standalone.erasure;

import org.jspecify.annotations.NullMarked;
