/**
 * Handrail on one machine: the three services in one JVM on the local broker, database and mailbox, and the commands of
 * {@code ./handrail}. The only package that knows all services.
 */
@NullMarked
package org.handrail.standalone;

import org.jspecify.annotations.NullMarked;
