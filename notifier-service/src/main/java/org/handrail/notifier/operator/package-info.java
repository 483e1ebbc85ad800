/** What operators must see to: faults of our own that hold mail back. */
@NullMarked
package org.handrail.notifier.operator;

import org.jspecify.annotations.NullMarked;
