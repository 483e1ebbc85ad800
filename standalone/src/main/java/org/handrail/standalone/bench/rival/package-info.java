/** What Handrail's dispatch is compared with: db-scheduler, a well-known timer library on the same database. */
@NullMarked
package org.handrail.standalone.bench.rival;

import org.jspecify.annotations.NullMarked;
