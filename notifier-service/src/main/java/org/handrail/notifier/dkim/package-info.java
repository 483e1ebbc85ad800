/**
 * Signs finished messages (DKIM, RFC 6376 and 8463). Owns keys and their times, canonical forms and the signature
 * header; whoever hands a message over asks {@link org.handrail.notifier.dkim.DkimSigner}.
 */
@NullMarked
package org.handrail.notifier.dkim;

import org.jspecify.annotations.NullMarked;
