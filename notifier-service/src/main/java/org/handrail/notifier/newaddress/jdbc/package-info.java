/** The table of wishes. */
@NullMarked
package org.handrail.notifier.newaddress.jdbc;

import org.jspecify.annotations.NullMarked;
