/**
 * Follow-up in memory: the rules, the planner and the dispatcher that run in service, over ports kept in maps, at a
 * clock that jumps. Nothing is stored and nothing is sent. For "what if" questions and for playing random histories;
 * whoever changes a port's SQL changes its counterpart here, and the test that plays both holds them to the same.
 */
@NullMarked
package org.handrail.followup.rehearsal;

import org.jspecify.annotations.NullMarked;
