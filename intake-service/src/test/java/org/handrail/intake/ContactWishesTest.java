package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.intake.RunningIntake.fresh;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What clients choose on notifier-service's pages and intake keeps. */
class ContactWishesTest {

    private final RunningIntake intake = RunningIntake.shared();
    private final UUID client = intake.clientOf(intake.api("/inquiries",
            "{\"client\":{\"reference\":\"" + fresh("MRN") + "\",\"email\":\"robin@example.net\",\"language\":\"en\"}}"));

    @Test
    void changesLanguageAndZoneAndTellsSoOnce() {
        String wish = wish(client, "\"language\":\"es\",\"zone\":\"America/Denver\"");
        int before = versions().size();

        HttpResponse<String> first = internal(wish);
        HttpResponse<String> again = internal(wish);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(versions()).hasSize(before + 1);
        assertThat(intake.jdbc.sql("select language || ' ' || zone || ' ' || email from client where id = :id")
                .param("id", client).query(String.class).single()).isEqualTo("ES America/Denver robin@example.net");
    }

    @Test
    void refusesWhatItCanNotKeepAndWhoIsNotThere() {
        assertThat(internal(wish(client, "\"zone\":\"Mars/Olympus\"")).statusCode()).isEqualTo(400);
        assertThat(internal(wish(client, "\"language\":\"tlh\"")).statusCode()).isEqualTo(400);
        assertThat(internal("{}").statusCode()).isEqualTo(400);
        assertThat(internal(wish(UUID.randomUUID(), "\"language\":\"es\"")).statusCode()).isEqualTo(404);
        assertThat(intake.send(intake.request("/internal/contact-wishes", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish(client, "\"language\":\"es\"")))).statusCode())
                .as("without the token").isEqualTo(401);
    }

    @Test
    void takesAConfirmedAddressInPlaceOfTheOneThatHeldAndOfNoOther() {
        HttpResponse<String> first = internal(wish(client, "\"email\":\"Robin@Example.com\",\"addressVersion\":1"));
        HttpResponse<String> again = internal(wish(client, "\"email\":\"Robin@example.com\",\"addressVersion\":1"));
        HttpResponse<String> late = internal(wish(client, "\"email\":\"other@example.com\",\"addressVersion\":1"));

        assertThat(first.body()).contains("\"addressVersion\":2");
        assertThat(again.body()).as("told twice").isEqualTo(first.body());
        assertThat(late.statusCode()).as("another address holds by now").isEqualTo(409);
        assertThat(late.body()).doesNotContain("@");
        assertThat(address()).isEqualTo("Robin@example.com 2");
    }

    @Test
    void takesAConfirmedAddressThoughOtherDetailsAreNewer() {
        String before = intake.clock.instant().minusSeconds(60).toString();

        HttpResponse<String> answer = internal("{\"clientId\":\"" + client + "\",\"occurredAt\":\"" + before
                + "\",\"email\":\"new@example.org\",\"addressVersion\":1}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(address()).isEqualTo("new@example.org 2");
        assertThat(internal(wish(client, "\"email\":\"not an address\",\"addressVersion\":2")).statusCode())
                .isEqualTo(400);
        assertThat(internal(wish(client, "\"email\":\"a@example.org\"")).statusCode()).isEqualTo(400);
    }

    private String address() {
        return intake.jdbc.sql("select email || ' ' || address_version from client where id = :id")
                .param("id", client).query(String.class).single();
    }

    private String wish(UUID whose, String what) {
        return "{\"clientId\":\"" + whose + "\",\"occurredAt\":\"" + intake.clock.instant() + "\"," + what + "}";
    }

    private HttpResponse<String> internal(String body) {
        return intake.send(intake.request("/internal/contact-wishes", "Content-Type", "application/json",
                "Authorization", "Bearer internal-secret").POST(BodyPublishers.ofString(body)));
    }

    private List<String> versions() {
        return intake.jdbc.sql("select id::text from outbox where key = :id and type like '%contact.changed%'")
                .param("id", client.toString()).query(String.class).list();
    }
}
