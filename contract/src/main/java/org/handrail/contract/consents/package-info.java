/** Facts of notifier-service: preferences in force, the state of addresses, and what clients answered by link. */
@NullMarked
package org.handrail.contract.consents;

import org.jspecify.annotations.NullMarked;
