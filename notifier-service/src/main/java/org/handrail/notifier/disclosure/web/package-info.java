/** The API of disclosures, for other services. */
@NullMarked
package org.handrail.notifier.disclosure.web;

import org.jspecify.annotations.NullMarked;
