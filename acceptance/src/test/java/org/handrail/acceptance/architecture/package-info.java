/**
 * What may use what. The planted violations are in {@code planted} packages below the services' own, because the rules
 * go by package names; they are test classes, which the product is read without.
 */
@NullMarked
package org.handrail.acceptance.architecture;

import org.jspecify.annotations.NullMarked;
