package org.handrail.intake.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.intake.RunningIntake;
import org.handrail.intake.limit.jdbc.JdbcReceiptsOfSources;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The form is no mail bomb, and nobody is forgotten because of that. */
class ReceiptsHeldTest {

    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void lastForSomeInquiriesOfOneSourceWhomeverTheyName() {
        List<UUID> clients = IntStream.range(0, 25)
                .mapToObj(i -> inquirer(RunningIntake.fresh("named") + "@example.org", "198.51.100.7")).toList();
        UUID fromElsewhere = inquirer(RunningIntake.fresh("named") + "@example.org", "198.51.100.8");

        assertThat(clients.subList(0, 20)).as("may be mailed").allMatch(client -> held(client).isEmpty());
        assertThat(clients.subList(20, 25)).allMatch(client -> held(client).equals("receipt-source-limit"));
        assertThat(clients).as("who wrote is heard, and what they agreed to is kept").allSatisfy(client -> {
            assertThat(intake.facts(client, "inquiry.received")).hasSize(1);
            assertThat(purposes(client)).contains("RECEIPTS", "FOLLOW_UP");
        });
        assertThat(held(fromElsewhere)).isEmpty();
        assertThat(intake.jdbc.sql("select distinct source from receipt_of_source").query(String.class).list())
                .hasSizeGreaterThan(1).noneMatch(source -> source.contains("198.51"))
                .contains(SourceDigest.of("198.51.100.7", "internal-secret").hex());
    }

    /** As instances do that share the database, or one after it was started again. */
    @Test
    void areCountedOverInstancesUntilADayHasPassed() {
        SourceDigest source = SourceDigest.of("2001:db8::/64 " + RunningIntake.fresh("network"), "secret");
        List<ReceiptsOfSources> instances = List.of(
                new JdbcReceiptsOfSources(intake.jdbc), new JdbcReceiptsOfSources(intake.jdbc));
        TransactionTemplate transaction =
                new TransactionTemplate(intake.context.getBean(PlatformTransactionManager.class));
        Instant now = RunningIntake.NOW.plus(Duration.ofDays(30));

        long taken = IntStream.range(0, 60).parallel().filter(i -> Boolean.TRUE.equals(transaction.execute(
                status -> instances.get(i % 2).take(source, 5, now.plusSeconds(i))))).count();
        assertThat(taken).isEqualTo(5);
        transaction.executeWithoutResult(status -> {
            assertThat(instances.get(0).take(source, 6, now.plusSeconds(60))).isTrue();
            status.setRollbackOnly();
        });
        assertThat(instances.get(0).take(source, 5, now.plus(Duration.ofHours(23)))).isFalse();
        assertThat(instances.get(1).take(source, 6, now.plus(Duration.ofHours(23)))).as("the one undone").isTrue();

        Instant nextDay = now.plus(Duration.ofDays(1)).plusSeconds(60);
        assertThat(instances.get(0).forgetOld(nextDay)).isGreaterThanOrEqualTo(5);
        assertThat(instances.get(1).take(source, 2, nextDay)).isTrue();
        assertThat(SourceDigest.of("198.51.100.7", "one")).isNotEqualTo(SourceDigest.of("198.51.100.7", "other"));
    }

    @Test
    void knowsADomainHoweverItIsSpelled() {
        String name = RunningIntake.fresh("jo");
        UUID one = inquirer(name + "@b\u00fccher.example", "198.51.100.9");
        UUID other = inquirer(name + "@XN--BCHER-KVA.example", "198.51.100.10");

        assertThat(email(one)).isEqualTo(email(other)).isEqualTo(name + "@xn--bcher-kva.example");
    }

    private UUID inquirer(String email, String source) {
        String name = RunningIntake.fresh("Sam");
        var answer = intake.form(Map.of("relationship", "self", "givenName", name, "email", email,
                "preferredContact", "email", "emailRequest", "yes"), "X-Forwarded-For", source);
        assertThat(answer.statusCode()).isEqualTo(303);
        return intake.jdbc.sql("select id from client where given_name = :name").param("name", name)
                .query(UUID.class).single();
    }

    private String held(UUID client) {
        return intake.facts(client, "inquiry.received").get(0).path("receiptHeld").asString("");
    }

    private List<String> purposes(UUID client) {
        return intake.facts(client, "consent.recorded").stream().map(each -> each.path("purpose").asString()).toList();
    }

    private String email(UUID client) {
        JsonNode contact = intake.facts(client, "contact.changed").get(0);
        return contact.path("email").asString();
    }
}
