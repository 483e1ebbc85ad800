/** Facts of notifier-service: preferences in force and the state of addresses. */
@NullMarked
package org.handrail.contract.consents;

import org.jspecify.annotations.NullMarked;
