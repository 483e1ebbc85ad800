/** A provider's own words that mail must not show: changed while the service runs, with who and why. */
@NullMarked
package org.handrail.notifier.wordlist;

import org.jspecify.annotations.NullMarked;
