/** What benchmarks and faults read in the services' tables, which no part of the product does. */
@NullMarked
package org.handrail.standalone.bench.jdbc;

import org.jspecify.annotations.NullMarked;
