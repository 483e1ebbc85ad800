package org.handrail.followup.queue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.followup.console.Api.json;
import static org.handrail.followup.console.ConsoleOnly.NOON;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.reminders.ResendAsked;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.Browser;
import org.handrail.followup.console.ConsoleOnly.Published;
import org.handrail.followup.console.People;
import org.handrail.followup.console.Shared;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.jdbc.JdbcTasks;
import org.handrail.followup.staff.StaffRole;
import org.junit.jupiter.api.Test;

/** What staff may say of an email of which nobody knows whether it went. */
class UnknownMailTest {

    final People people = Shared.PEOPLE;
    final UUID client = people.person("Alex", "Rivera", "+15035550142");
    final UUID reminder = UUID.randomUUID();
    final Api api = TaskApiTest.api("Sasha");

    @Test
    void isAskedToBeSentAgainOnceAndTheRecordTellsByWhom() {
        UUID task = lost();

        HttpResponse<String> answer = complete(task, "RESEND");
        HttpResponse<String> again = complete(task, "RESEND");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(asked()).singleElement().satisfies(asked -> {
            assertThat(asked.reminderId()).isEqualTo(reminder);
            assertThat(asked.clientId()).isEqualTo(client);
            assertThat(asked.askedBy()).isEqualTo(account());
        });
        Browser staff = people.signIn(Shared.CONSOLE, "Sasha");
        assertThat(staff.get("/clients/" + client).body()).contains("Asked to send the email again (Sasha)");
        assertThat(audited()).contains("mail.resend-asked " + reminder, "task.completed " + task);
    }

    @Test
    void isAnotherTaskShouldItGetLostASecondTime() {
        UUID first = lost();
        assertThat(lost()).isEqualTo(first);
        complete(first, "RESEND");

        UUID second = lost();

        assertThat(second).isNotEqualTo(first);
        complete(second, "RESEND");
        assertThat(asked()).extracting(ResendAsked::resendId).containsExactly(first, second);
    }

    @Test
    void canBeLeftAtThat() {
        UUID task = lost();

        assertThat(json(complete(task, "LEAVE")).path("state").asString()).isEqualTo("COMPLETED");

        assertThat(asked()).isEmpty();
        assertThat(people.signIn(Shared.CONSOLE, "Sasha").get("/clients/" + client).body())
                .contains("The email is left as it is: not sent again (Sasha)");
        assertThat(audited()).contains("mail.left " + reminder);
        assertThat(lost()).isEqualTo(task);
    }

    @Test
    void isNotWhatOtherTasksAreAbout() {
        UUID callBack = people.callBack(client);
        UUID byASchedule = people.task(client, TaskKind.REVIEW, "task.delivery-unknown", "schedule-step",
                Priority.HIGH, NOON, false);

        assertThat(complete(callBack, "RESEND").statusCode()).isEqualTo(400);
        assertThat(complete(byASchedule, "RESEND").statusCode()).isEqualTo(400);
        assertThat(json(api.get("/api/v1/tasks/" + callBack)).path("state").asString()).isEqualTo("OPEN");
        assertThat(asked()).isEmpty();
    }

    @Test
    void isDecidedOnThePageOfTheQueue() {
        UUID task = lost();
        UUID callBack = people.callBack(client);
        Browser staff = people.signIn(Shared.CONSOLE, "Sasha");
        String page = staff.get("/clients/" + client).body();
        assertThat(page).contains("outcome-RESEND-" + task, "outcome-LEAVE-" + task, "the person may get it twice")
                .doesNotContain("outcome-REACHED-" + task, "outcome-RESEND-" + callBack);

        String after = staff.submit("/queue/tasks/" + task + "/complete", Map.of("outcome", "RESEND")).body();

        assertThat(after).contains("The email is sent again if consent, time and appointment still allow it");
        assertThat(asked()).hasSize(1);
    }

    /** As the fact that nobody knows raises it. */
    private UUID lost() {
        String key = "delivery/" + reminder + "/unknown";
        Shared.DATABASE.inTransaction(() -> new JdbcTasks(Shared.DATABASE.jdbc()).raise(new NewTask(key, client, null,
                null, TaskKind.REVIEW, "task.delivery-unknown", "smtp-lost", Priority.HIGH, NOON, false), NOON));
        return Shared.DATABASE.jdbc().sql("select task_id from task_source where task_key = :key").param("key", key)
                .query(UUID.class).single();
    }

    private HttpResponse<String> complete(UUID task, String outcome) {
        return api.post("/api/v1/tasks/" + task + "/complete", "{\"outcome\":\"" + outcome + "\"}");
    }

    private List<ResendAsked> asked() {
        return Shared.CONSOLE.part(Published.class).events.stream().filter(ResendAsked.class::isInstance)
                .map(ResendAsked.class::cast).filter(asked -> asked.clientId().equals(client)).toList();
    }

    private List<String> audited() {
        return Shared.DATABASE.jdbc().sql("select action || ' ' || subject from audit_log where client_id = :client")
                .param("client", client).query(String.class).list();
    }

    private String account() {
        return people.account("Sasha", StaffRole.STAFF).toString();
    }
}
