/** Services and infrastructure as processes of their own, the way they run in production; for benchmarks and faults. */
@NullMarked
package org.handrail.standalone.process;

import org.jspecify.annotations.NullMarked;
