/** The printable sheet and its API. */
@NullMarked
package org.handrail.followup.proof.web;

import org.jspecify.annotations.NullMarked;
