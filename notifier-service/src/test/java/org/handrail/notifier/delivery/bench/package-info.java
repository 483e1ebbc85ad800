/** Measurements that somebody may run; none is a test. */
@NullMarked
package org.handrail.notifier.delivery.bench;

import org.jspecify.annotations.NullMarked;
