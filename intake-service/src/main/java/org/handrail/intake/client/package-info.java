/** Who is who: a client, the details to reach them, and the references that sources know them by. */
@NullMarked
package org.handrail.intake.client;

import org.jspecify.annotations.NullMarked;
