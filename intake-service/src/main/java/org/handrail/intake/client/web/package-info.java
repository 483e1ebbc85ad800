/** The erasures API. */
@NullMarked
package org.handrail.intake.client.web;

import org.jspecify.annotations.NullMarked;
