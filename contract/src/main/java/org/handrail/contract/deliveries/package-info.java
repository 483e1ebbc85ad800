/** What became of each reminder, told by notifier-service. */
@NullMarked
package org.handrail.contract.deliveries;

import org.jspecify.annotations.NullMarked;
