package org.handrail.intake.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.intake.RunningIntake;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The form is no mail bomb, and nobody is forgotten because of that. */
class ReceiptsHeldTest {

    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void lastForSomeInquiriesOfOneSourceWhomeverTheyName() {
        List<UUID> clients = IntStream.range(0, 25)
                .mapToObj(i -> inquirer(RunningIntake.fresh("named") + "@example.org", "198.51.100.7")).toList();
        UUID fromElsewhere = inquirer(RunningIntake.fresh("named") + "@example.org", "198.51.100.8");

        assertThat(clients.stream().map(this::purposes)).filteredOn(purposes -> purposes.contains("RECEIPTS")).hasSize(20);
        assertThat(clients).as("who wrote is heard, and what they agreed to is kept").allSatisfy(client -> {
            assertThat(intake.facts(client, "inquiry.received")).hasSize(1);
            assertThat(purposes(client)).contains("FOLLOW_UP");
        });
        assertThat(purposes(fromElsewhere)).contains("RECEIPTS");
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

    private List<String> purposes(UUID client) {
        return intake.facts(client, "consent.recorded").stream().map(each -> each.path("purpose").asString()).toList();
    }

    private String email(UUID client) {
        JsonNode contact = intake.facts(client, "contact.changed").get(0);
        return contact.path("email").asString();
    }
}
