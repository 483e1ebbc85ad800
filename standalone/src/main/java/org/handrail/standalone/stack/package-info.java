/**
 * The whole product in this JVM: {@link org.handrail.standalone.stack.Stack} starts and stops it. Commands, benchmarks
 * and acceptance tests build on it and reach the services through their public doors only.
 */
@NullMarked
package org.handrail.standalone.stack;

import org.jspecify.annotations.NullMarked;
