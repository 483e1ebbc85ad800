package org.handrail.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.followup.console.Browser;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalInfra;
import org.handrail.messaging.Outbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The service as it runs, on a real broker and database. */
class FollowupApplicationTest {

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        LocalDatabase database = LocalInfra.shared().newDatabase("followupapp");
        service = FollowupApplication.start(
                "--handrail.db.url=" + database.jdbcUrl(), "--handrail.db.user=" + database.user(),
                "--handrail.db.password=" + database.password(),
                "--handrail.kafka.bootstrap=" + LocalInfra.shared().bootstrap(),
                "--handrail.kafka.topic-prefix=" + LocalInfra.shared().newTopicPrefix("followupapp"),
                "--handrail.console.port=0", "--handrail.console.management.port=0",
                "--handrail.internal.token=test-token-of-the-services-0123456789",
                "--handrail.admin.password=correct horse battery staple");
    }

    @AfterAll
    static void stop() {
        long begun = System.nanoTime();
        service.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void raisesACallForAnInquiryThatComesByKafka() {
        Instant now = service.getBean(Clock.class).instant();
        UUID client = UUID.randomUUID();

        publish(new InquiryReceived(client, UUID.randomUUID(), now, Relationship.SELF, ContactMeans.PHONE, true, "main",
                List.of()));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(tasks(client))
                .containsExactlyInAnyOrder("URGENT task.crisis", "CALL_BACK task.call-back"));
    }

    @Test
    void loadsTheSchedulesThatComeWithItOnce() {
        assertThat(jdbc().sql("select schedule_id || ' ' || version from schedule_version order by 1")
                .query(String.class).list())
                .containsExactly("cancelled 1", "detox-admission 1", "detox-discharge 1", "missed-call 1", "no-show 1",
                        "therapy-appointment 1", "web-inquiry 1");
    }

    @Test
    void letsTheFirstAdminIntoTheConsole() {
        int port = ((ServletWebServerApplicationContext) service).getWebServer().getPort();
        Browser admin = new Browser("http://localhost:" + port).signedIn("admin", "correct horse battery staple");

        assertThat(admin.get("/queue").statusCode()).isEqualTo(200);
        assertThat(admin.get("/schedules").body()).contains("Web inquiry", "Detox discharge");
        assertThat(admin.send(admin.request("/openapi.json").build()).body())
                .contains("/api/v1/tasks", "/api/v1/clients/{id}/timeline");
    }

    private static void publish(InquiryReceived inquiry) {
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class)).executeWithoutResult(status ->
                service.getBean(Outbox.class).publish(inquiry, inquiry.receivedAt()));
    }

    private static List<String> tasks(UUID client) {
        return jdbc().sql("select kind || ' ' || title from task where client_id = ?").param(client)
                .query(String.class).list();
    }

    private static JdbcClient jdbc() {
        return service.getBean(JdbcClient.class);
    }
}
