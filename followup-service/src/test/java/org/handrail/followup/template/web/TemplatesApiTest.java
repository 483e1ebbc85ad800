package org.handrail.followup.template.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.Browser;
import org.handrail.followup.console.RunningConsole;
import org.handrail.followup.console.Shared;
import org.handrail.followup.staff.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may, what a refusal tells, and what becomes of it when notifier-service is away; BrowserTest edits the real ones. */
class TemplatesApiTest {

    private static final String DRAFT = """
            {"revision": 3, "basedOn": 1, "sources": {"en": {"discreet": "subject: A"}}}""";
    private static final String PATH = "/api/v1/templates/appointment-reminder";

    private Api admin;

    @BeforeEach
    void start() {
        Shared.NOTIFIER.comeBack();
        Shared.PEOPLE.account("Editing", StaffRole.ADMIN);
        admin = new Api(Shared.CONSOLE, "Editing");
    }

    @AfterEach
    void stop() {
        Shared.NOTIFIER.comeBack();
    }

    @Test
    void isForAdminsAlone() {
        Shared.PEOPLE.account("Reading", StaffRole.STAFF);
        Api staff = new Api(Shared.CONSOLE, "Reading");

        for (String path : new String[] {"/api/v1/templates", PATH, "/api/v1/revealing-words", "/admin/templates",
            "/admin/words"}) {
            assertThat(staff.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(staff.send("PUT", PATH + "/draft", DRAFT, "Content-Type", "application/json").statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsWhoComesSecondWhatThereIsNow() {
        HttpResponse<String> answer = admin.send("PUT", PATH + "/draft", DRAFT, "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Api.json(answer).path("type").asString()).endsWith(":draft-changed");
        assertThat(Api.json(answer).path("draft").path("revision").asInt()).isEqualTo(7);
    }

    @Test
    void namesNumbersThatAreMissing() {
        assertThat(admin.send("PUT", PATH + "/draft", "{}", "Content-Type", "application/json").body())
                .contains("/revision");
        assertThat(admin.post(PATH + "/roll-back", "{\"to\": -1, \"from\": 1}").body()).contains("/to");
        assertThat(admin.post("/api/v1/revealing-words", "{}").body()).contains("/revision");
    }

    @Test
    void saysThatNothingWasSavedWhileTheDeskIsAway() {
        Shared.NOTIFIER.goAway();

        HttpResponse<String> answer = admin.send("PUT", PATH + "/draft", DRAFT, "Content-Type", "application/json");
        int page = Browser.at(Shared.CONSOLE).signedIn("editing", RunningConsole.PASSWORD)
                .get("/admin/templates").statusCode();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(page).isEqualTo(503);
    }
}
