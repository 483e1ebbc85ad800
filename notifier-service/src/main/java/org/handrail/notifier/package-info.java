/** The notifier service: consents, the delivery ledger, mail and client links. */
@NullMarked
package org.handrail.notifier;

import org.jspecify.annotations.NullMarked;
