/** What the controllers of all features share: reading fields, security, addresses. */
@NullMarked
package org.handrail.intake.web;

import org.jspecify.annotations.NullMarked;
