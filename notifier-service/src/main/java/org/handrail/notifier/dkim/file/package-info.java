/** Signing keys as files: read at start, and made by a command. */
@NullMarked
package org.handrail.notifier.dkim.file;

import org.jspecify.annotations.NullMarked;
