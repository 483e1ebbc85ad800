/** Bounces as files: read by a command that tells what each says, and follows none. */
@NullMarked
package org.handrail.notifier.bounce.file;

import org.jspecify.annotations.NullMarked;
