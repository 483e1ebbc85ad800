package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @TempDir
    Path directory;

    @Test
    void keepsRecordsAndPortAcrossARestart() throws Exception {
        int port;
        try (var kafka = LocalKafka.builder().dataDirectory(directory).start()) {
            port = kafka.port();
            createTopic(kafka, "kept");
            send(kafka, "kept", "one");
        }

        try (var kafka = LocalKafka.builder().dataDirectory(directory).port(port).start()) {
            send(kafka, "kept", "two");

            assertThat(kafka.bootstrap()).isEqualTo("127.0.0.1:" + port);
            assertThat(read(kafka, "kept", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void createsNoTopicThatNobodyAskedFor() {
        try (var kafka = LocalKafka.start()) {
            assertThatThrownBy(() -> send(kafka, "unknown", "lost")).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void saysThatAnotherBrokerHasTheDirectory() {
        try (var first = LocalKafka.builder().dataDirectory(directory).start()) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> LocalKafka.builder().dataDirectory(directory).start())
                    .isInstanceOf(LocalDirectory.DirectoryInUse.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        try (var first = LocalKafka.start()) {
            assertThatThrownBy(() -> LocalKafka.builder().port(first.port()).start())
                    .isInstanceOf(FreePort.PortTaken.class)
                    .hasMessageContaining("" + first.port());
        }
    }

    private static void createTopic(LocalKafka kafka, String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(LocalKafka kafka, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap(), "max.block.ms", 3000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    static List<String> read(LocalKafka kafka, String topic, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new ArrayList<>();
            for (int polls = 0; values.size() < count && polls < 20; polls++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
