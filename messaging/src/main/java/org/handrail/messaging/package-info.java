/**
 * How a service sends and receives facts without losing or doubling one: outbox and relay, inbox, the Camel component
 * {@code events:}, topics, dead letters. A service imports {@link org.handrail.messaging.MessagingConfiguration}.
 */
@NullMarked
package org.handrail.messaging;

import org.jspecify.annotations.NullMarked;
