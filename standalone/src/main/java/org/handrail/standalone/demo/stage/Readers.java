package org.handrail.standalone.demo.stage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.handrail.contract.Topic;
import org.jspecify.annotations.Nullable;

/** How far the consumer groups of the services are behind, as the broker sees it. */
final class Readers implements AutoCloseable {

    /** Who reads what (docs/architecture.md); a group that has not joined yet has no lag that one could see. */
    private static final Map<String, Set<Topic>> EXPECTED = Map.of(
            "followup", Set.of(Topic.INTAKE, Topic.CONTACTS, Topic.CONSENTS, Topic.DELIVERIES),
            "notifier", Set.of(Topic.INTAKE, Topic.CONTACTS, Topic.REMINDERS));

    private final Admin admin;
    private final String prefix;
    private @Nullable Map<String, Set<TopicPartition>> reading;

    /** @param prefix before the names of topics and groups */
    Readers(String bootstrap, String prefix) {
        this.prefix = prefix;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG, "demo"));
    }

    /**
     * @param records ever written to the topics that are read
     * @param unread  how many of them some group has not committed yet
     */
    record Lag(long records, long unread) {
    }

    Lag lag() {
        try {
            return measure(groups());
        } catch (ExecutionException e) {
            // a group in the middle of a rebalance, say: then nobody knows yet
            reading = null;
            return new Lag(-1, 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Lag measure(Map<String, Set<TopicPartition>> groups) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = groups.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        // what is committed first: what is written in between counts as unread
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = admin.listConsumerGroupOffsets(
                groups.keySet().stream().collect(Collectors.toMap(group -> group, group ->
                        new ListConsumerGroupOffsetsSpec().topicPartitions(groups.get(group))))).all().get();
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        long unread = 0;
        for (Map.Entry<String, Set<TopicPartition>> group : groups.entrySet()) {
            for (TopicPartition partition : group.getValue()) {
                OffsetAndMetadata place = committed.get(group.getKey()).get(partition);
                unread += ends.get(partition) - (place == null ? 0 : place.offset());
            }
        }
        return new Lag(ends.values().stream().mapToLong(Long::longValue).sum(), unread);
    }

    /** Records that some service could not take in. */
    long deadLetters() {
        try {
            Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
            Set<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.endsWith(Topic.DEAD_LETTER_SUFFIX)).collect(Collectors.toSet());
            admin.describeTopics(topics).allTopicNames().get().forEach((name, topic) -> topic.partitions().forEach(
                    partition -> partitions.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            return admin.listOffsets(partitions).all().get().values().stream().mapToLong(end -> end.offset()).sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell of its topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Who reads what does not change once every group is stable. */
    private Map<String, Set<TopicPartition>> groups() throws ExecutionException, InterruptedException {
        if (reading == null) {
            Set<String> ids = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId).collect(Collectors.toSet());
            Map<String, Set<TopicPartition>> found = new HashMap<>();
            boolean stable = true;
            for (ConsumerGroupDescription group : admin.describeConsumerGroups(ids).all().get().values()) {
                Set<TopicPartition> read = new HashSet<>();
                group.members().forEach(member -> read.addAll(member.assignment().topicPartitions()));
                stable &= group.groupState() == GroupState.STABLE;
                found.put(group.groupId(), read);
            }
            if (!stable || !isComplete(found)) {
                throw new ExecutionException(new IllegalStateException("the groups are not stable yet"));
            }
            reading = found;
        }
        return reading;
    }

    private boolean isComplete(Map<String, Set<TopicPartition>> found) {
        return EXPECTED.entrySet().stream().allMatch(service -> service.getValue().stream().allMatch(topic ->
                found.entrySet().stream()
                        .filter(group -> group.getKey().startsWith(prefix + service.getKey() + "."))
                        .flatMap(group -> group.getValue().stream())
                        .filter(partition -> partition.topic().equals(topic.name(prefix)))
                        .count() == Topic.PARTITIONS));
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(2));
    }
}
