/** Templates' versions and drafts in PostgreSQL. */
@NullMarked
package org.handrail.notifier.editing.jdbc;

import org.jspecify.annotations.NullMarked;
