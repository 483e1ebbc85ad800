/** The process of recording consents and stops as a route. */
@NullMarked
package org.handrail.notifier.consent.camel;

import org.jspecify.annotations.NullMarked;
