package org.handrail.standalone.demo.stage;

import java.util.List;
import org.handrail.standalone.demo.door.Letter;
import org.handrail.standalone.demo.ledger.MailStepLine;
import org.handrail.standalone.demo.ledger.TaskLine;
import org.handrail.standalone.demo.ledger.TimelineLine;

/**
 * What has happened since the last look.
 *
 * @param raised  tasks that were not there before
 * @param changed tasks that were asked for again, completed or closed
 * @param taken   mails that lay ahead and no longer do
 */
public record News(List<TimelineLine> lines, List<Letter> letters, List<TaskLine> raised, List<TaskLine> changed,
        List<MailStepLine> taken) {
}
