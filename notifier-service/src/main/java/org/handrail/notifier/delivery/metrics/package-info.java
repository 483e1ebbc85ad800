/** What operators see of delivery: meters with few label values, and health. */
@NullMarked
package org.handrail.notifier.delivery.metrics;

import org.jspecify.annotations.NullMarked;
