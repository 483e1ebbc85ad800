/** The address table. */
@NullMarked
package org.handrail.notifier.address.jdbc;

import org.jspecify.annotations.NullMarked;
