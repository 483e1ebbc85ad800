package org.handrail.followup.enrolment;

import java.time.Duration;
import java.util.Map;
import org.handrail.contract.deliveries.ReplyReceived;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;

/** A client wrote back. Somebody reads it: what it says is not here, but with notifier-service. */
public final class FollowingReplies {

    private static final Duration SOON = Duration.ofHours(2);

    private FollowingReplies() {
    }

    public static void follow(ClientCase client, ReplyReceived reply, Surroundings around) {
        client.note(reply.at(), "reply.received", reply.replyId(),
                Map.of("crisis", Boolean.toString(reply.urgent()), "reply", reply.replyId().toString()));
        if (client.person().deceasedAt() != null) {
            return;
        }
        String key = "reply/" + reply.replyId();
        client.raise(reply.urgent()
                ? new NewTask(key, client.clientId(), null, null, TaskKind.URGENT, "task.crisis", "crisis-words",
                        Priority.URGENT, around.now(), true)
                : new NewTask(key, client.clientId(), null, null, TaskKind.REVIEW, "task.read-reply", "reply",
                        Priority.HIGH, around.staffed(client, null).plus(around.now(), SOON), false));
    }
}
