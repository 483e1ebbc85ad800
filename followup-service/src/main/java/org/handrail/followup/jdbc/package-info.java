/** What the features' SQL shares: between instants and columns, lists and arrays. */
@NullMarked
package org.handrail.followup.jdbc;

import org.jspecify.annotations.NullMarked;
