/** Accounts of the people who work with Handrail, and how they sign in. */
@NullMarked
package org.handrail.followup.staff;

import org.jspecify.annotations.NullMarked;
