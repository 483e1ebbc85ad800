/**
 * Who is in which schedule, and which steps lie ahead. A {@link org.handrail.followup.enrolment.ClientCase} holds all of
 * one client's follow-up in memory; facts change it by pure rules; a {@link org.handrail.followup.enrolment.Cases} loads
 * and saves many at once. Whoever loads a case holds it until the transaction ends.
 */
@NullMarked
package org.handrail.followup.enrolment;

import org.jspecify.annotations.NullMarked;
