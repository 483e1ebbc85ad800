/** Templates as files, rendered by JMustache: one source for text and HTML. */
@NullMarked
package org.handrail.notifier.template.mustache;

import org.jspecify.annotations.NullMarked;
