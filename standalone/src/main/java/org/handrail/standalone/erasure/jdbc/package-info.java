/** Looking through the database. */
@NullMarked
package org.handrail.standalone.erasure.jdbc;

import org.jspecify.annotations.NullMarked;
