/**
 * A Kafka broker, a PostgreSQL server and a mailbox on this machine: for a single-machine installation and for tests.
 * Everything listens on the loopback interface only. Nothing here knows Handrail's services or events.
 */
@NullMarked
package org.handrail.local;

import org.jspecify.annotations.NullMarked;
