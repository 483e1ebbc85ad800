/**
 * People in follow-up schedules by the hundred thousand, for benchmarks: their steps have the times that the product's
 * own timetable works out. {@link org.handrail.standalone.bench.jdbc.Filling} stores them.
 */
@NullMarked
package org.handrail.standalone.bench.people;

import org.jspecify.annotations.NullMarked;
