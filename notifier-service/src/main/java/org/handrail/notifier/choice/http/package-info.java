/** Calls to intake-service. */
@NullMarked
package org.handrail.notifier.choice.http;

import org.jspecify.annotations.NullMarked;
