/** API keys in PostgreSQL, hashed. */
@NullMarked
package org.handrail.intake.source.jdbc;

import org.jspecify.annotations.NullMarked;
