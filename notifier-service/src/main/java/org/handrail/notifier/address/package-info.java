/** Whether an address may be used: confirmed by its owner, or suppressed because mail to it came back. Bound to the version of the address, so that a corrected one starts anew. */
@NullMarked
package org.handrail.notifier.address;

import org.jspecify.annotations.NullMarked;
