/** What the notifier keeps of each client's contact details: what a message needs, and no more. */
@NullMarked
package org.handrail.notifier.contact;

import org.jspecify.annotations.NullMarked;
