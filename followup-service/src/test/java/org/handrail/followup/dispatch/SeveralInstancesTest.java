package org.handrail.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handrail.contract.EventType;
import org.handrail.contract.Topic;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.FollowupApplication;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalInfra;
import org.handrail.messaging.kafka.EventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instances of the service as it runs, stopped and started while they work off a heap of due steps. */
class SeveralInstancesTest {

    private static final int EMAILS = 12_000;
    private static final int TASKS = 3_000;
    private static final int SOME = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalDatabase database = LocalInfra.shared().newDatabase("instances");
    private final String prefix = LocalInfra.shared().newTopicPrefix("instances");
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void releaseEachStepOnceThoughOneAfterTheOtherIsStoppedAmidIt() {
        ConfigurableApplicationContext first = start();
        ConfigurableApplicationContext second = start();
        try (KafkaConsumer<String, byte[]> reader = reader()) {
            makeAHeap(first);
            List<UUID> read = new ArrayList<>();
            awaitSome(reader, read);
            first.close();
            awaitSome(reader, read);
            second.close();
            assertThat(read.size()).as("stopped while there was work").isLessThan(EMAILS);

            JdbcClient jdbc = start().getBean(JdbcClient.class);

            await().atMost(PATIENCE).until(() -> pending(jdbc) == 0 && count(jdbc, "outbox") == 0);
            await().atMost(PATIENCE).until(() -> {
                read.addAll(next(reader));
                return read.size() >= EMAILS;
            });
            read.addAll(next(reader));
            assertThat(read).hasSize(EMAILS);
            assertThat(new HashSet<>(read)).hasSize(EMAILS);
            assertThat(count(jdbc, "task")).isEqualTo(TASKS);
            assertThat(count(jdbc, "reach where mail_day is not null")).isEqualTo(EMAILS);
        }
    }

    private ConfigurableApplicationContext start() {
        ConfigurableApplicationContext service = FollowupApplication.start(
                "--handrail.db.url=" + database.jdbcUrl(), "--handrail.db.user=" + database.user(),
                "--handrail.db.password=" + database.password(),
                "--handrail.kafka.bootstrap=" + LocalInfra.shared().bootstrap(),
                "--handrail.kafka.topic-prefix=" + prefix, "--handrail.console.port=0",
                "--handrail.console.management.port=0",
                "--handrail.internal.token=test-token-of-the-services-0123456789",
                "--handrail.admin.password=correct horse battery staple");
        running.add(service);
        return service;
    }

    private static void makeAHeap(ConfigurableApplicationContext service) {
        Instant now = service.getBean(Clock.class).instant();
        int noon = 12 - now.atOffset(ZoneOffset.UTC).getHour();
        // the signs of these zones are the other way round
        Heap heap = new Heap(service.getBean(JdbcClient.class), noon == 0 ? "Etc/UTC"
                : "Etc/GMT" + (noon > 0 ? "-" + noon : "+" + -noon));
        heap.tasks(TASKS, now.minusSeconds(120));
        heap.emails(EMAILS, now.minusSeconds(60));
    }

    private KafkaConsumer<String, byte[]> reader() {
        KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", LocalInfra.shared().bootstrap(), "auto.offset.reset", "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer());
        reader.assign(IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topic.REMINDERS.name(prefix), partition)).toList());
        return reader;
    }

    private static void awaitSome(KafkaConsumer<String, byte[]> reader, List<UUID> read) {
        int enough = read.size() + SOME;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> {
            read.addAll(next(reader));
            return read.size() >= enough;
        });
    }

    private static List<UUID> next(KafkaConsumer<String, byte[]> reader) {
        EventJson json = new EventJson();
        List<UUID> reminders = new ArrayList<>();
        reader.poll(Duration.ofMillis(200)).forEach(record -> reminders.add(
                ((ReminderDue) json.read(EventType.REMINDER_DUE, record.value())).reminderId()));
        return reminders;
    }

    private static int pending(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from due_step where state = 'PENDING'").query(Integer.class).single();
    }

    private static int count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
