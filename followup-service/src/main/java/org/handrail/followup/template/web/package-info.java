/** The pages and the API; for admins. */
@NullMarked
package org.handrail.followup.template.web;

import org.jspecify.annotations.NullMarked;
