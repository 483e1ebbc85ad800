/** What the tables of all services say after a fault. */
@NullMarked
package org.handrail.standalone.faults.jdbc;

import org.jspecify.annotations.NullMarked;
