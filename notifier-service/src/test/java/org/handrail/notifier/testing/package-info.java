/** What the notifier's tests stand on. */
@NullMarked
package org.handrail.notifier.testing;

import org.jspecify.annotations.NullMarked;
