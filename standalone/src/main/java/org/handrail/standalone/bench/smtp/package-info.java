/** The bound: Angus Mail alone, in the plainest loop. */
@NullMarked
package org.handrail.standalone.bench.smtp;

import org.jspecify.annotations.NullMarked;
