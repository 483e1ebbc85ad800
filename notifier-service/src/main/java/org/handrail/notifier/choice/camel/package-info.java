/** What brings choices on their way. */
@NullMarked
package org.handrail.notifier.choice.camel;

import org.jspecify.annotations.NullMarked;
