package org.handrail.intake.plantedroot;

import org.apache.kafka.clients.producer.ProducerRecord;

/** A planted violation, for the architecture test alone. */
record Kafkaesque(ProducerRecord<String, String> sent) {
}
