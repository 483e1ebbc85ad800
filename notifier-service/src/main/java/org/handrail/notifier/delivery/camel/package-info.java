/** The processes of delivery as routes. */
@NullMarked
package org.handrail.notifier.delivery.camel;

import org.jspecify.annotations.NullMarked;
