/**
 * Reads mail that anybody may have written: never throws, never keeps more than its limits, whatever the bytes are. It
 * knows structure and text, not what they mean.
 */
@NullMarked
package org.handrail.notifier.mime;

import org.jspecify.annotations.NullMarked;
