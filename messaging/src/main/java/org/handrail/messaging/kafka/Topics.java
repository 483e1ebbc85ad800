package org.handrail.messaging.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.handrail.contract.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics with their declared partitions and settings. A topic that exists is left as it is (an operator
 * may have tuned it); a setting that differs from the declared one is said once in the log.
 */
public final class Topics {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    /** Octets; a dead letter is its record and a few headers. */
    public static final int LARGEST_RECORD = 2 * 1024 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final KafkaSettings kafka;
    private final AtomicBoolean present = new AtomicBoolean();

    public Topics(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * Cheap once it has succeeded. Called before the first use rather than at start, so that a service starts while
     * Kafka is away.
     */
    public void ensure() throws InterruptedException {
        if (present.get()) {
            return;
        }
        Map<String, Object> settings = kafka.common("handrail-topics");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(settings)) {
            compare(admin, create(admin));
            present.set(true);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaAway(e);
        }
    }

    /** @return those that were there already */
    private List<NewTopic> create(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        List<NewTopic> declared = declared();
        List<NewTopic> found = new ArrayList<>();
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(declared).values();
        for (NewTopic topic : declared) {
            try {
                answers.get(topic.name()).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                found.add(topic);
            }
        }
        return found;
    }

    private List<NewTopic> declared() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new NewTopic(kafka.nameOf(topic), Topic.PARTITIONS, kafka.replication())
                    .configs(topic.settings()));
            topics.add(new NewTopic(kafka.deadLetterNameOf(topic), Topic.PARTITIONS, kafka.replication())
                    .configs(topic.deadLetterSettings()));
        }
        return topics;
    }

    private static void compare(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<ConfigResource, NewTopic> declared = topics.stream().collect(Collectors.toMap(
                topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic -> topic));
        Map<ConfigResource, Config> found =
                admin.describeConfigs(declared.keySet()).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        declared.forEach((resource, topic) -> topic.configs().forEach((setting, value) -> {
            String actual = found.get(resource).get(setting).value();
            if (!value.equals(actual)) {
                log.warn("Topic {} has {}={} where Handrail declares {}; left as it is",
                        topic.name(), setting, actual, value);
            }
        }));
    }

    /** Kafka can't be reached or refuses; try again later. */
    public static final class KafkaAway extends RuntimeException {

        KafkaAway(Exception cause) {
            super("Kafka can't be reached: " + cause.getClass().getSimpleName(), cause);
        }
    }
}
