/** Calls to intake-service. */
@NullMarked
package org.handrail.notifier.newaddress.http;

import org.jspecify.annotations.NullMarked;
