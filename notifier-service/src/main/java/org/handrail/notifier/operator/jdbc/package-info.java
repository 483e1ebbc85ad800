/** The alert table. */
@NullMarked
package org.handrail.notifier.operator.jdbc;

import org.jspecify.annotations.NullMarked;
