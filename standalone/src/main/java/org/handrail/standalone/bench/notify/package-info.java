/** How fast due reminders leave, against a loop that only sends. */
@NullMarked
package org.handrail.standalone.bench.notify;

import org.jspecify.annotations.NullMarked;
