/** Link keys in PostgreSQL. */
@NullMarked
package org.handrail.notifier.link.jdbc;

import org.jspecify.annotations.NullMarked;
