/** How the routes read what they received. */
@NullMarked
package org.handrail.notifier.camel;

import org.jspecify.annotations.NullMarked;
