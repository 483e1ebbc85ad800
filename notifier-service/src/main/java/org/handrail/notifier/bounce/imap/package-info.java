/** The return path's mailbox, read over IMAP. */
@NullMarked
package org.handrail.notifier.bounce.imap;

import org.jspecify.annotations.NullMarked;
