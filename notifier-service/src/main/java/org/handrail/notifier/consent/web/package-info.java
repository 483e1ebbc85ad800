/** Where other services bring stops. */
@NullMarked
package org.handrail.notifier.consent.web;

import org.jspecify.annotations.NullMarked;
