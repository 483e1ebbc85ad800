/** The console's pages. */
@NullMarked
package org.handrail.followup.console.web;

import org.jspecify.annotations.NullMarked;
