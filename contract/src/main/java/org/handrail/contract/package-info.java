/**
 * What the services agree on: the topics, the event records and their JSON Schemas. Plain Java without a
 * framework, so that any process can depend on it. Facts are in the past tense and carry ids and codes only;
 * the one exception is {@link org.handrail.contract.contacts.ContactChanged}, whose compacted topic can forget.
 */
@NullMarked
package org.handrail.contract;

import org.jspecify.annotations.NullMarked;
