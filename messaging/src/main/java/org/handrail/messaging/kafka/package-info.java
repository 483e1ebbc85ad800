/** Kafka itself: settings, topics, and how a fact becomes a record and back. */
@NullMarked
package org.handrail.messaging.kafka;

import org.jspecify.annotations.NullMarked;
