package org.handrail.followup.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.followup.staff.StaffRole;
import org.junit.jupiter.api.Test;

class ConsolePagesTest {

    final RunningConsole console = Shared.CONSOLE;
    final People people = Shared.PEOPLE;

    @Test
    void takesAndCompletesATaskWithoutScripts() {
        UUID client = people.person("Alex", "Rivera", "+15035550142");
        UUID task = people.callBack(client);
        Browser staff = people.signIn(console, "Dana");

        String queue = staff.get("/queue").body();
        assertThat(queue).contains("Alex Rivera", "(503) 555-0142", "Call back", "A call was missed");

        assertThat(staff.submit("/queue/tasks/" + task + "/take", Map.of()).body()).contains("It is yours now.");
        assertThat(staff.submit("/queue/tasks/" + task + "/complete",
                Map.of("outcome", "LEFT_MESSAGE", "note", "Back on Monday")).body()).contains("Completed.");
        assertThat(staff.get("/queue").body()).doesNotContain(task.toString());
        assertThat(staff.get("/clients/" + client).body())
                .contains("Task completed by Dana: Call back. Left a neutral message.");
    }

    @Test
    void confirmsAnAddressThatStaffReadBack() {
        UUID client = people.person("Noor", "Haddad", "+15035550143");
        Browser staff = people.signIn(console, "Dana");
        ConsoleOnly.Published outbox = console.part(ConsoleOnly.Published.class);
        assertThat(staff.get("/clients/" + client).body()).contains("id=\"read-back\"");

        assertThat(staff.submit("/clients/" + client + "/read-back", Map.of("addressVersion", "2")).body())
                .contains("another one by now");
        assertThat(outbox.events).noneMatch(event -> event.clientId().equals(client));
        assertThat(staff.submit("/clients/" + client + "/read-back", Map.of("addressVersion", "1")).body())
                .contains("Noted.");

        assertThat(outbox.events).filteredOn(event -> event.clientId().equals(client)).singleElement()
                .isInstanceOfSatisfying(AddressReadBack.class, heard -> {
                    assertThat(heard.addressVersion()).isEqualTo(1);
                    assertThat(heard.recordedBy()).isEqualTo(people.account("Dana", StaffRole.STAFF).toString());
                });
        Browser admin = Browser.at(console).signedIn("admin", RunningConsole.PASSWORD);
        assertThat(admin.get("/admin/audit?client=" + client).body()).contains("read the email address back");
    }

    @Test
    void offersNoReadingBackOfWhoeverAskedForThem() {
        UUID inquirer = people.person("Pat", "Vale", "+15035550144");
        people.onBehalf(inquirer);
        Browser staff = people.signIn(console, "Dana");

        assertThat(staff.get("/clients/" + inquirer).body()).doesNotContain("id=\"read-back\"");
        assertThat(staff.submit("/clients/" + inquirer + "/read-back", Map.of("addressVersion", "1")).body())
                .doesNotContain("Noted.");
    }

    @Test
    void showsEveryPage() {
        UUID client = people.somebodyWithAPast();
        Browser admin = Browser.at(console).signedIn("admin", RunningConsole.PASSWORD);

        for (String page : new String[] {"/queue", "/queue?show=MINE&kind=CALL", "/clients/" + client, "/schedules",
            "/schedules/detox-admission", "/account", "/admin/accounts", "/admin/audit", "/admin/audit?client=" + client}) {
            var answer = admin.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body()).as(page).contains("<main").doesNotContain("??", "style=\"", "<style", "onclick");
        }
    }

    @Test
    void saysOnTheTimelineInWordsWhyAnEmailDidNotGo() {
        UUID client = people.somebodyWithAPast();
        Browser staff = people.signIn(console, "Kim");

        assertThat(staff.get("/clients/" + client).body())
                .contains("Email not sent (Email, 1 day): no consent on record");
    }

    @Test
    void saysWhichTextWasSentWhereThatIsKnown() {
        UUID client = people.somebodyWithAPast();
        UUID before = people.somebodyWritten();
        Browser staff = people.signIn(console, "Kim");

        assertThat(staff.get("/clients/" + client).body())
                .contains("Email sent (Email, 3 days; version 3 of its text)");
        assertThat(staff.get("/clients/" + before).body()).contains("Email sent (Email, 3 days)");
    }

    @Test
    void showsWhatAClientWroteBackAndWhoReadIt() {
        UUID client = people.somebodyWithAPast();
        Browser admin = Browser.at(console).signedIn("admin", RunningConsole.PASSWORD);

        Shared.NOTIFIER.comeBack();
        assertThat(admin.get("/clients/" + client + "/replies").body())
                .contains("Can I come &lt;b&gt;later&lt;/b&gt;?", "words of crisis").doesNotContain("??");
        var byApi = new Api(console, "Admin").get("/api/v1/clients/" + client + "/replies");
        assertThat(byApi.body()).contains("Can I come <b>later</b>?");
        assertThat(byApi.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(admin.get("/admin/audit?client=" + client).body()).contains("read answers to emails");

        Shared.NOTIFIER.goAway();
        assertThat(admin.get("/clients/" + client + "/replies").body()).contains("cannot be read at this moment");
        assertThat(new Api(console, "Admin").get("/api/v1/clients/" + client + "/replies").statusCode()).isEqualTo(503);
        Shared.NOTIFIER.comeBack();
        assertThat(admin.get("/clients/" + UUID.randomUUID() + "/replies").statusCode()).isEqualTo(404);
    }

    @Test
    void liveUpdateIsEmptyWhileNothingChanges() {
        Browser staff = people.signIn(console, "Lee");
        String queue = staff.get("/queue").body();
        String live = queue.replaceAll("(?s).*hx-get=\"([^\"]+)\".*", "$1").replace("&amp;", "&");

        assertThat(staff.get(live).statusCode()).isEqualTo(204);

        people.callBack(people.person("Sam", null, null));
        var changed = staff.get(live);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("Sam").doesNotContain("<html");
    }

    @Test
    void showsNobodyWhoIsNotThere() {
        Browser staff = people.signIn(console, "Noor");

        assertThat(staff.get("/clients/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(staff.get("/clients/nonsense").statusCode()).isEqualTo(400);
        assertThat(staff.get("/schedules/nonsense").statusCode()).isEqualTo(404);
        assertThat(staff.get("/queue?after=nonsense").statusCode()).isEqualTo(400);
    }
}
