/** What the SQL of all features shares. */
@NullMarked
package org.handrail.intake.jdbc;

import org.jspecify.annotations.NullMarked;
