package org.handrail.followup.disclosure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.Browser;
import org.handrail.followup.console.Shared;
import org.handrail.followup.staff.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be refused without the gate, and that nothing is allowed while it is away; BrowserTest asks the real one. */
class DisclosuresApiTest {

    private final UUID client = Shared.PEOPLE.somebodyWithAPast();
    private final String path = "/api/v1/clients/" + client;
    private Api staff;

    @BeforeEach
    void start() {
        Shared.PEOPLE.account("Disclosing", StaffRole.STAFF);
        staff = new Api(Shared.CONSOLE, "Disclosing");
        Shared.NOTIFIER.goAway();
    }

    @AfterEach
    void stop() {
        Shared.NOTIFIER.comeBack();
    }

    @Test
    void namesEveryFaultAtOnce() {
        HttpResponse<String> consent = staff.post(path + "/disclosure-consents",
                "{\"recipientId\":\"two words\",\"scope\":[\"attendance\",null],\"what\":\"" + "x".repeat(2001) + "\"}");
        HttpResponse<String> question = staff.post(path + "/disclosures", "{}");

        assertThat(consent.statusCode()).isEqualTo(400);
        assertThat(consent.body()).contains("/consentId", "/recipientId", "/scope", "/what").doesNotContain("two words");
        assertThat(question.statusCode()).isEqualTo(400);
        assertThat(question.body()).contains("/disclosureId", "/recipientId", "/scope");
        assertThat(staff.post(path + "/disclosure-consents/" + UUID.randomUUID() + "/end", "{}").body()).contains("/how");
    }

    @Test
    void recordsNothingOfNobody() {
        HttpResponse<String> answer = staff.post("/api/v1/clients/" + UUID.randomUUID() + "/disclosure-consents",
                "{\"consentId\":\"" + UUID.randomUUID() + "\",\"recipientId\":\"court\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void allowsNothingWhileTheGateIsAway() {
        HttpResponse<String> asked = staff.post(path + "/disclosures", "{\"disclosureId\":\"" + UUID.randomUUID()
                + "\",\"recipientId\":\"court\",\"scope\":\"attendance\"}");
        Browser page = Shared.PEOPLE.signIn(Shared.CONSOLE, "Away");
        String read = page.get("/clients/" + client + "/disclosures").body();
        String entered = page.submit("/clients/" + client + "/disclosures/consents",
                Map.of("consentId", UUID.randomUUID().toString(), "recipient", "Court")).body();

        assertThat(asked.statusCode()).isEqualTo(503);
        assertThat(read).contains("nothing may be passed on").doesNotContain("id=\"ask-do\"", "??");
        assertThat(entered).contains("did not answer", "value=\"Court\"");
    }
}
