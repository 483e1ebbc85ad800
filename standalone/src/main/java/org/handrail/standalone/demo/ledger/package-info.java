/** What stands in the services' ledgers, as an auditor reads it. */
@NullMarked
package org.handrail.standalone.demo.ledger;

import org.jspecify.annotations.NullMarked;
