/** Inquiries in PostgreSQL. */
@NullMarked
package org.handrail.intake.inquiry.jdbc;

import org.jspecify.annotations.NullMarked;
