/** Phone numbers by libphonenumber. */
@NullMarked
package org.handrail.intake.client.phone;

import org.jspecify.annotations.NullMarked;
