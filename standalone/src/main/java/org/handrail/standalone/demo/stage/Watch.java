package org.handrail.standalone.demo.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.standalone.demo.door.Mailbox;
import org.handrail.standalone.demo.ledger.Ledgers;
import org.handrail.standalone.demo.ledger.MailStepLine;
import org.handrail.standalone.demo.ledger.TaskLine;
import org.handrail.standalone.demo.ledger.TimelineLine;

/** Remembers what was seen before. */
final class Watch {

    private final Ledgers ledgers;
    private final Mailbox mailbox;
    private final Map<UUID, TaskLine> tasks = new HashMap<>();
    private final Map<String, String> mailSteps = new HashMap<>();
    private long lastSeq;

    Watch(Ledgers ledgers, Mailbox mailbox) {
        this.ledgers = ledgers;
        this.mailbox = mailbox;
    }

    News look() {
        List<TimelineLine> lines = ledgers.timelineAfter(lastSeq);
        lines.forEach(line -> lastSeq = Math.max(lastSeq, line.seq()));
        List<TaskLine> raised = new ArrayList<>();
        List<TaskLine> changed = new ArrayList<>();
        for (TaskLine task : ledgers.tasks()) {
            TaskLine before = tasks.put(task.id(), task);
            if (before == null) {
                raised.add(task);
            }
            if (before != null && !before.equals(task) || before == null && !task.isOpen()) {
                changed.add(task);
            }
        }
        return new News(lines, mailbox.news(), raised, changed, taken());
    }

    private List<MailStepLine> taken() {
        List<MailStepLine> taken = new ArrayList<>();
        for (MailStepLine step : ledgers.mailSteps()) {
            String before = mailSteps.put(step.id(), step.state());
            if ("PENDING".equals(before) && step.isHeld()) {
                taken.add(step);
            }
        }
        return taken;
    }
}
