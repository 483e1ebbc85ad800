/** Templates and what is made of them: strict, logic-less, discreet by default. */
@NullMarked
package org.handrail.notifier.template;

import org.jspecify.annotations.NullMarked;
