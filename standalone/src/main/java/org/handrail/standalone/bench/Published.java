package org.handrail.standalone.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.handrail.contract.Topic;

/** Counts the records of a topic that Kafka has. */
public final class Published implements AutoCloseable {

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> ends = new HashMap<>();

    public Published(String bootstrap, Topic topic) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            ends.put(new TopicPartition(topic.name("handrail."), partition), OffsetSpec.latest());
        }
    }

    public long count() {
        try {
            return admin.listOffsets(ends).all().get().values().stream().mapToLong(end -> end.offset()).sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
