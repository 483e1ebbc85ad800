package org.handrail.followup.queue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.followup.console.Api.json;

import java.time.Duration;
import java.util.UUID;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.Shared;
import org.handrail.followup.queue.ReturningIgnoredTasks;
import org.handrail.platform.time.SettableClock;
import org.junit.jupiter.api.Test;

class IgnoredWorkTest {

    final Api api = TaskApiTest.api("Ann");
    final UUID task = Shared.PEOPLE.callBack(Shared.PEOPLE.person("Alex", null, null));
    final SettableClock clock = Shared.CONSOLE.part(SettableClock.class);
    final ReturningIgnoredTasks returning = Shared.CONSOLE.part(ReturningIgnoredTasks.class);

    @Test
    void goesBackToTheQueueAfterTwoHoursAndNotBefore() {
        api.post("/api/v1/tasks/" + task + "/take", "");

        clock.advance(Duration.ofMinutes(119));
        returning.run();
        assertThat(json(api.get("/api/v1/tasks/" + task)).has("takenBy")).isTrue();

        clock.advance(Duration.ofMinutes(2));
        returning.run();
        assertThat(json(api.get("/api/v1/tasks/" + task)).has("takenBy")).isFalse();
        assertThat(TaskApiTest.api("Bob").post("/api/v1/tasks/" + task + "/take", "").statusCode()).isEqualTo(200);
    }
}
