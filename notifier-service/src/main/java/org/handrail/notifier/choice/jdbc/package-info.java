/** The tables of choices. */
@NullMarked
package org.handrail.notifier.choice.jdbc;

import org.jspecify.annotations.NullMarked;
