/** The tables of what came back, and the delivery ledger as far as bounces change it. */
@NullMarked
package org.handrail.notifier.bounce.jdbc;

import org.jspecify.annotations.NullMarked;
