/** The page and the API. */
@NullMarked
package org.handrail.followup.disclosure.web;

import org.jspecify.annotations.NullMarked;
