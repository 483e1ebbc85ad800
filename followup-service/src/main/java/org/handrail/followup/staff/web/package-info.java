/** Signing in and out, sessions, what security asks of each request, and the pages of accounts. */
@NullMarked
package org.handrail.followup.staff.web;

import org.jspecify.annotations.NullMarked;
