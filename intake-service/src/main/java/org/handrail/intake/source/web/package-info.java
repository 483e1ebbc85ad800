/** Sign-in by API key. */
@NullMarked
package org.handrail.intake.source.web;

import org.jspecify.annotations.NullMarked;
