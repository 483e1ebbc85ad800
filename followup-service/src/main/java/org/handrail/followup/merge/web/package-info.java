/** The page on which staff merge. */
@NullMarked
package org.handrail.followup.merge.web;

import org.jspecify.annotations.NullMarked;
