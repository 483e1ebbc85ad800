/** What brings wishes on their way. */
@NullMarked
package org.handrail.notifier.newaddress.camel;

import org.jspecify.annotations.NullMarked;
