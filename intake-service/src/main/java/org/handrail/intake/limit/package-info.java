/** How often one place may ask for something, as far as all instances must agree on it. */
@NullMarked
package org.handrail.intake.limit;

import org.jspecify.annotations.NullMarked;
