/** What makes each instance look for changes of the word list. */
@NullMarked
package org.handrail.notifier.wordlist.camel;

import org.jspecify.annotations.NullMarked;
