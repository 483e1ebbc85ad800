package org.handrail.followup.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.Browser;
import org.handrail.followup.console.People;
import org.handrail.followup.console.RunningConsole;
import org.handrail.followup.console.Shared;
import org.handrail.followup.staff.StaffRole;
import org.handrail.platform.time.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSecurityTest {

    final People people = Shared.PEOPLE;
    final RunningConsole console = Shared.CONSOLE;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/queue", "/queue/live", "/clients/0b0e7c1e-0000-0000-0000-000000000000", "/schedules",
        "/schedules/web-inquiry", "/account", "/admin/accounts", "/admin/audit", "/no-such-page"})
    void everyPageNeedsSignIn(String page) {
        HttpResponse<String> answer = Browser.at(console).get(page);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).endsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tasks", "/api/v1/clients/0b0e7c1e-0000-0000-0000-000000000000/timeline",
        "/api/v1/schedules", "/api/v1/no-such-thing"})
    void theApiAnswers401AsAProblem(String path) {
        HttpResponse<String> answer = Browser.at(console).send(
                Browser.at(console).request(path, "Accept", "application/json").GET().build());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/accounts", "/admin/audit"})
    void pagesOfAdminsAreForAdmins(String page) {
        assertThat(people.signIn(console, "Robin").get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void staffMakesNoAccounts() {
        Browser staff = people.signIn(console, "Robin");

        assertThat(staff.post("/admin/accounts", Map.of("signInName", "eve", "name", "Eve", "role", "ADMIN",
                "password", RunningConsole.PASSWORD)).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        UUID task = people.callBack(people.person("Alex", null, null));
        Browser staff = people.signIn(console, "Robin");

        assertThat(staff.post("/queue/tasks/" + task + "/take", Map.of("_csrf", "guess")).statusCode()).isEqualTo(403);
        assertThat(staff.post("/sign-out", Map.of("_csrf", "guess")).statusCode()).isEqualTo(403);
        assertThat(staff.get("/queue").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAForeignPageThatRidesOnBasic() {
        UUID task = people.callBack(people.person("Alex", null, null));
        people.account("Robin", StaffRole.STAFF);

        assertThat(new Api(console, "Robin").post("/api/v1/tasks/" + task + "/take", "", "Sec-Fetch-Site", "cross-site")
                .statusCode()).isEqualTo(403);
    }

    @Test
    void wrongNameWrongPasswordAndDisabledAccountLookTheSame() {
        people.account("Gone", StaffRole.STAFF);
        Shared.DATABASE.jdbc().sql("update staff_account set active = false where sign_in_name = 'gone'").update();
        people.account("Here", StaffRole.STAFF);

        assertThat(attempt("nobody-" + UUID.randomUUID(), RunningConsole.PASSWORD)).endsWith("/sign-in?wrong");
        assertThat(attempt("here", "not the password")).endsWith("/sign-in?wrong");
        assertThat(attempt("gone", RunningConsole.PASSWORD)).endsWith("/sign-in?wrong");
        assertThat(attempt("here\0", RunningConsole.PASSWORD + "\0")).endsWith("/sign-in?wrong");
        assertThat(attempt("", "")).endsWith("/sign-in?wrong");
    }

    @Test
    void slowsGuessingDownForAWhileAndNotForEver() {
        people.account("Target", StaffRole.STAFF);
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("target", "guess " + i)).endsWith("/sign-in?wrong");
        }

        assertThat(attempt("target", RunningConsole.PASSWORD)).endsWith("/sign-in?wait");
        Shared.CONSOLE.part(SettableClock.class).advance(Duration.ofMinutes(16));
        assertThat(attempt("target", RunningConsole.PASSWORD)).endsWith("/queue");
    }

    @Test
    void cookiesAreForThisSiteAndNoScripts() {
        Browser browser = Browser.at(console);
        browser.get("/sign-in");
        HttpResponse<String> answer = browser.post("/sign-in",
                Map.of("name", "admin", "password", RunningConsole.PASSWORD));

        assertThat(answer.headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("handrail-console="))
                .singleElement().asString().contains("HttpOnly", "SameSite=Strict");
        assertThat(HttpCookie.parse(answer.headers().allValues("Set-Cookie").get(0))).isNotEmpty();
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        Browser browser = Browser.at(console);
        browser.get("/schedules");
        browser.get("/sign-in");

        assertThat(Browser.location(browser.post("/sign-in",
                Map.of("name", "admin", "password", RunningConsole.PASSWORD)))).endsWith("/schedules");
    }

    @Test
    void aSessionCountsAtEveryInstance() {
        Browser staff = people.signIn(console, "Robin");
        try (RunningConsole other = new RunningConsole(Shared.DATABASE)) {
            assertThat(staff.get(other.address("/queue")).statusCode()).isEqualTo(200);
            staff.post("/sign-out", Map.of());
            assertThat(staff.get(other.address("/queue")).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aNewPasswordEndsEverySession() {
        people.account("Change", StaffRole.STAFF);
        Browser here = people.signIn(console, "Change");
        Browser there = people.signIn(console, "Change");

        assertThat(here.post("/account/password", Map.of("current", "wrong", "wanted", "another good sentence",
                "again", "another good sentence")).body()).contains("The present password is not right.");
        assertThat(here.post("/account/password", Map.of("current", RunningConsole.PASSWORD, "wanted", "short",
                "again", "short")).body()).contains("at least 12 characters");
        here.post("/account/password", Map.of("current", RunningConsole.PASSWORD, "wanted", "another good sentence",
                "again", "another good sentence"));

        assertThat(there.get("/queue").statusCode()).isEqualTo(302);
        assertThat(attempt("change", RunningConsole.PASSWORD)).endsWith("?wrong");
        assertThat(attempt("change", "another good sentence")).endsWith("/queue");
    }

    @Test
    void anAdminDisablesAnAccountAndItsSessionsEnd() {
        UUID account = people.account("Leaver", StaffRole.STAFF);
        Browser leaver = people.signIn(console, "Leaver");
        Browser admin = Browser.at(console).signedIn("admin", RunningConsole.PASSWORD);

        admin.get("/admin/accounts");
        assertThat(admin.submit("/admin/accounts/" + account, Map.of("role", "STAFF")).body()).contains("Saved.");

        assertThat(leaver.get("/queue").statusCode()).isEqualTo(302);
    }

    @Test
    void somebodyStaysAnAdmin() {
        Browser admin = Browser.at(console).signedIn("admin", RunningConsole.PASSWORD);
        UUID own = Shared.DATABASE.jdbc().sql("select id from staff_account where sign_in_name = 'admin'")
                .query(UUID.class).single();
        admin.get("/admin/accounts");

        assertThat(admin.submit("/admin/accounts/" + own, Map.of("role", "STAFF", "active", "true")).body())
                .contains("Somebody must stay an admin");
    }

    @Test
    void sendsAnExpiredLiveUpdateToTheSignInPage() {
        HttpResponse<String> answer = Browser.at(console).get("/queue/live", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in?ended");
    }

    @Test
    void assetsAreOursAndThePolicyIsStrict() {
        Browser browser = Browser.at(console);
        HttpResponse<String> page = browser.get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http://", "https://");
        for (String asset : new String[] {"console.css", "console.js", "htmx/htmx.min.js", "icon.svg"}) {
            assertThat(browser.get("/assets/" + asset).statusCode()).as(asset).isEqualTo(200);
        }
        assertThat(browser.send(browser.request("/sign-in").POST(BodyPublishers.ofString("x")).build()).statusCode())
                .isBetween(400, 499);
    }

    @Test
    void viewsAndChangesAreInTheAuditLogForGood() {
        UUID client = people.person("Alex", null, null);
        UUID task = people.callBack(client);
        Browser staff = people.signIn(console, "Robin");
        staff.get("/clients/" + client);
        staff.get("/queue");
        new Api(console, "Robin").get("/api/v1/clients/" + client + "/timeline");
        staff.submit("/queue/tasks/" + task + "/take", Map.of());
        staff.submit("/queue/tasks/" + task + "/complete", Map.of("outcome", "DONE"));

        assertThat(Shared.DATABASE.jdbc().sql("select action from audit_log where client_id = :client")
                .param("client", client).query(String.class).list())
                .contains("client.viewed", "client.listed", "client.read-by-api", "task.taken", "task.completed");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                () -> Shared.DATABASE.jdbc().sql("delete from audit_log").update())).isNotNull();
    }

    private String attempt(String name, String password) {
        Browser browser = Browser.at(console);
        browser.get("/sign-in");
        return Browser.location(browser.post("/sign-in", Map.of("name", name, "password", password)));
    }
}
