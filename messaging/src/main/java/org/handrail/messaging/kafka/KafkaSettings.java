package org.handrail.messaging.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.handrail.contract.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code HANDRAIL_KAFKA_*}.
 *
 * @param topicPrefix before each topic and consumer group, so that several installations share a cluster
 * @param replication of topics that the services create
 * @param client      any setting of Kafka's clients, for TLS and SASL
 */
@ConfigurationProperties("handrail.kafka")
public record KafkaSettings(
        @DefaultValue("localhost:19092") String bootstrap,
        @DefaultValue("handrail.") String topicPrefix,
        @DefaultValue("1") short replication,
        @Nullable Map<String, String> client) {

    /** What every client of ours starts from. */
    public Map<String, Object> common(String clientId) {
        Map<String, Object> settings = new HashMap<>();
        if (client != null) {
            settings.putAll(client);
        }
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return settings;
    }

    public String nameOf(Topic topic) {
        return topic.name(topicPrefix);
    }

    public String deadLetterNameOf(Topic topic) {
        return topic.deadLetterName(topicPrefix);
    }

    /** The topic behind a full name, dead-letter names included. */
    public Topic topicOf(String fullName) {
        String suffix = fullName.substring(topicPrefix.length());
        if (suffix.endsWith(Topic.DEAD_LETTER_SUFFIX)) {
            suffix = suffix.substring(0, suffix.length() - Topic.DEAD_LETTER_SUFFIX.length());
        }
        return Topic.bySuffix(suffix);
    }
}
