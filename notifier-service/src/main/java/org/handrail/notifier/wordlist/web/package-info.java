/** The API of the word list, for other services. */
@NullMarked
package org.handrail.notifier.wordlist.web;

import org.jspecify.annotations.NullMarked;
