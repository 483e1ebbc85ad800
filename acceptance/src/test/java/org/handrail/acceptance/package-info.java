/** The whole product, from outside. */
@NullMarked
package org.handrail.acceptance;

import org.jspecify.annotations.NullMarked;
