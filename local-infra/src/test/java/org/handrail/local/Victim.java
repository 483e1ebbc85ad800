package org.handrail.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A process of its own that starts broker and database on a directory, writes to both, says so and waits to be killed. */
final class Victim {

    private Victim() {
    }

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        var postgres = LocalPostgres.builder().dataDirectory(directory.resolve("postgres")).start();
        LocalPostgresTest.execute(postgres.database(), "create table kept as select 42 as number");
        var kafka = LocalKafka.builder().dataDirectory(directory.resolve("kafka")).start();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "one")).get();
        }
        System.out.println("written " + kafka.port() + " " + postgres.port());
        Thread.currentThread().join();
    }
}
