/** What is kept no longer than a setting says: removed in small batches, by several instances beside each other. */
@NullMarked
package org.handrail.messaging.retention;

import org.jspecify.annotations.NullMarked;
