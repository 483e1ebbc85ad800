/** Reads the services' ledgers behind their backs, as an auditor would; never writes. */
@NullMarked
package org.handrail.standalone.demo.jdbc;

import org.jspecify.annotations.NullMarked;
