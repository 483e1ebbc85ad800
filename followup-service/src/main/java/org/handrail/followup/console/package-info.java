/** What the console shows of a client, whichever feature keeps it. */
@NullMarked
package org.handrail.followup.console;

import org.jspecify.annotations.NullMarked;
