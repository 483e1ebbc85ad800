/** The own words in PostgreSQL, and the beans. */
@NullMarked
package org.handrail.notifier.wordlist.jdbc;

import org.jspecify.annotations.NullMarked;
