/** The table of answers. */
@NullMarked
package org.handrail.notifier.answer.jdbc;

import org.jspecify.annotations.NullMarked;
