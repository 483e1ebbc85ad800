package org.handrail.followup.enrolment;

import java.time.Duration;
import java.util.Map;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.followup.enrolment.Enrolling.Fact;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.schedule.AnchorEvent;

/** Somebody asked for help. */
public final class FollowingInquiries {

    private FollowingInquiries() {
    }

    public static void follow(ClientCase client, InquiryReceived inquiry, Surroundings around) {
        client.note(inquiry.receivedAt(), "inquiry.received", inquiry.inquiryId(),
                Map.of("relationship", inquiry.relationship().name(), "means", inquiry.preferredMeans().name(),
                        "crisis", Boolean.toString(inquiry.crisis()), "site", inquiry.siteId()));
        if (inquiry.crisis()) {
            client.raise(new NewTask("crisis/" + inquiry.inquiryId(), client.clientId(), null, null, TaskKind.URGENT,
                    "task.crisis", "crisis-words", Priority.URGENT, around.now(), true));
        }
        if (!inquiry.possibleMatches().isEmpty()) {
            client.raise(new NewTask("possible-match/" + inquiry.inquiryId(), client.clientId(), null, null,
                    TaskKind.REVIEW, "task.possible-match", "possible-match", Priority.NORMAL,
                    around.staffed(inquiry.siteId()).plus(around.now(), Duration.ofHours(4)), false));
        }
        Enrolling.enrol(client, new Fact(AnchorEvent.INQUIRY, inquiry.inquiryId(), 0, inquiry.receivedAt(),
                inquiry.receivedAt(), null, inquiry.siteId(), inquiry.relationship() != Relationship.SELF, false,
                inquiry.receiptHeld()),
                around);
    }
}
