/** The public form and the inquiries API. */
@NullMarked
package org.handrail.intake.inquiry.web;

import org.jspecify.annotations.NullMarked;
