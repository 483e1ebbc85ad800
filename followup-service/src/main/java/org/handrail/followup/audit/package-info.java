/** Who of the staff saw or changed which client's record, and when (45 CFR 164.312(b)); append-only, ids and codes only. */
@NullMarked
package org.handrail.followup.audit;

import org.jspecify.annotations.NullMarked;
