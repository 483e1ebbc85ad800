/** The contact table. */
@NullMarked
package org.handrail.notifier.contact.jdbc;

import org.jspecify.annotations.NullMarked;
