/** The tables of consents to disclose and of disclosures. */
@NullMarked
package org.handrail.notifier.disclosure.jdbc;

import org.jspecify.annotations.NullMarked;
