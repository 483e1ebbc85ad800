package org.handrail.followup.console.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.handrail.followup.queue.Ending;
import org.handrail.followup.queue.Holder;
import org.handrail.followup.queue.StaffStop;
import org.handrail.followup.queue.StaffStops;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskChange;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.platform.site.Sites;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says on the next page what came of an act. */
@Component
class QueueNews {

    private final MessageSource messages;
    private final StaffAccounts accounts;
    private final StaffStops stops;
    private final Sites sites;

    QueueNews(MessageSource messages, StaffAccounts accounts, StaffStops stops, Sites sites) {
        this.messages = messages;
        this.accounts = accounts;
        this.stops = stops;
        this.sites = sites;
    }

    void of(TaskChange change, String done, RedirectAttributes redirect, Locale locale) {
        if (change instanceof TaskChange.Made made) {
            redirect.addFlashAttribute("said", done.equals("completed")
                    ? completed(made.task(), locale) : message("queue." + done, locale));
        } else if (change instanceof TaskChange.HeldByAnother held) {
            refused(redirect, "queue.held", locale, holder(held.task()));
        } else if (change instanceof TaskChange.StopNotYetInForce) {
            refused(redirect, "queue.stop-waiting", locale);
        } else if (change instanceof TaskChange.OutcomeNotOffered) {
            refused(redirect, "queue.outcome-other", locale);
        } else {
            refused(redirect, "queue.gone", locale);
        }
    }

    void refused(RedirectAttributes redirect, String code, Locale locale, Object... arguments) {
        redirect.addFlashAttribute("refused", message(code, locale, arguments));
    }

    private String completed(Task task, Locale locale) {
        return stops.ofTask(task.id()).map(StaffStop::inForceSince)
                .map(since -> message("queue.stop-in-force", locale,
                        Moments.time(since, sites.defaultSite().zone(), locale)))
                .orElseGet(() -> message(resend(task) ? "queue.resend-asked" : "queue.completed", locale));
    }

    private static boolean resend(Task task) {
        return task.ending() instanceof Ending.Completed done && done.outcome() == TaskOutcome.RESEND;
    }

    private String holder(Task task) {
        Holder holder = task.holder();
        UUID account = holder == null ? new UUID(0, 0) : holder.account();
        return accounts.names(List.of(account)).getOrDefault(account, "?");
    }

    private String message(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
