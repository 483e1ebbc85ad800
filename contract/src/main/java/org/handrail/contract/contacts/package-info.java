/** Who a client is and how to reach them: the only events that identify anybody. Compacted and keyed by client; a tombstone erases. */
@NullMarked
package org.handrail.contract.contacts;

import org.jspecify.annotations.NullMarked;
