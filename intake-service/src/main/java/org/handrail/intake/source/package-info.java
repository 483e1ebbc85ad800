/** The systems that may tell us things, and their API keys. */
@NullMarked
package org.handrail.intake.source;

import org.jspecify.annotations.NullMarked;
