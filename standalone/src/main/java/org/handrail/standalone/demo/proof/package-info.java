/** The promises, each checked against the mailbox, the ledgers and the APIs; nothing here trusts the product's own checks. */
@NullMarked
package org.handrail.standalone.demo.proof;

import org.jspecify.annotations.NullMarked;
