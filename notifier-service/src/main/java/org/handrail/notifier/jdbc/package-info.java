/** How values lie in columns; shared by the features' SQL. */
@NullMarked
package org.handrail.notifier.jdbc;

import org.jspecify.annotations.NullMarked;
