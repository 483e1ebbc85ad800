/**
 * What went wrong with a request, as RFC 9457 problem details or, for a browser, as a page. Names fields and rules;
 * never a value that was sent, never a stack trace.
 */
@NullMarked
package org.handrail.platform.problem;

import org.jspecify.annotations.NullMarked;
