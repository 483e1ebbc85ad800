package org.handrail.local;

import java.util.Map;

/** Settings of a broker that serves a handful of clients on one machine: few threads, small buffers, quick starts. */
final class KafkaSettings {

    private KafkaSettings() {
    }

    static Map<String, String> small() {
        return Map.ofEntries(
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.partitions", "3"),
                Map.entry("num.network.threads", "1"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("num.recovery.threads.per.data.dir", "1"),
                Map.entry("num.replica.alter.log.dirs.threads", "1"),
                Map.entry("group.coordinator.threads", "1"),
                Map.entry("share.coordinator.threads", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.segment.bytes", "8388608"),
                Map.entry("offsets.load.buffer.size", "1048576"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.segment.bytes", "8388608"),
                Map.entry("transaction.state.log.load.buffer.size", "1048576"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("log.segment.bytes", "67108864"),
                Map.entry("log.index.size.max.bytes", "1048576"),
                Map.entry("log.cleaner.enable", "true"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                Map.entry("log.cleaner.io.buffer.size", "131072"),
                Map.entry("log.cleaner.backoff.ms", "5000"),
                Map.entry("metadata.log.segment.bytes", "8388608"),
                Map.entry("metadata.max.idle.interval.ms", "0"),
                // a broker that was killed holds its registration this long against its own successor
                Map.entry("broker.session.timeout.ms", "6000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("controlled.shutdown.enable", "true"),
                Map.entry("socket.send.buffer.bytes", "-1"),
                Map.entry("socket.receive.buffer.bytes", "-1"));
    }
}
