package org.handrail.followup.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.queue.Board;
import org.handrail.followup.queue.CompleteTask;
import org.handrail.followup.queue.CompletingTasks;
import org.handrail.followup.queue.TakingTasks;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskChange;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.queue.TaskPage;
import org.handrail.followup.queue.web.Cursors;
import org.handrail.followup.staff.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue and what is done in it. Every act is a form post that leads back to the page it came from. */
@Controller
class QueuePages {

    private static final int PAGE = 50;

    private final Board board;
    private final TakingTasks taking;
    private final CompletingTasks completing;
    private final TaskRowsView rows;
    private final QueueNews news;
    private final AuditTrail audit;
    private final Clock clock;

    QueuePages(Board board, TakingTasks taking, CompletingTasks completing, TaskRowsView rows, QueueNews news,
            AuditTrail audit, Clock clock) {
        this.board = board;
        this.taking = taking;
        this.completing = completing;
        this.rows = rows;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/queue";
    }

    @GetMapping("/queue")
    String queue(@RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        fill(QueueChoice.of(show, kind), after, me, locale, model);
        return "queue";
    }

    /** The list alone, for a page that refreshes itself; 204 while nothing has changed. */
    @GetMapping("/queue/live")
    @Nullable String live(@RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String seen,
            @AuthenticationPrincipal SignedIn me, Locale locale, Model model, HttpServletResponse response) {
        String fingerprint = fill(QueueChoice.of(show, kind), after, me, locale, model);
        if (fingerprint.equals(seen)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        return "queue :: list";
    }

    private String fill(QueueChoice choice, @Nullable String after, SignedIn me, Locale locale, Model model) {
        Instant now = clock.instant();
        TaskPage page = board.page(choice.filter(me.account(), now), Cursors.read(after), PAGE);
        audit.recordListed(me.account(), page.tasks().stream().map(Task::clientId).toList(), now);
        var shown = rows.of(page.tasks(), me, locale);
        String fingerprint = Integer.toHexString(shown.hashCode());
        model.addAttribute("rows", shown);
        model.addAttribute("choice", choice);
        model.addAttribute("after", after);
        model.addAttribute("next", Cursors.write(page.next()));
        model.addAttribute("fingerprint", fingerprint);
        return fingerprint;
    }

    @PostMapping("/queue/tasks/{id}/take")
    String take(@PathVariable UUID id, @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect, Locale locale) {
        return after(taking.take(id, null, me.account()), "taken", back, redirect, locale);
    }

    @PostMapping("/queue/tasks/{id}/release")
    String release(@PathVariable UUID id, @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect, Locale locale) {
        return after(taking.release(id, null, me.account(), me.isAdmin()), "released", back, redirect, locale);
    }

    @PostMapping("/queue/tasks/{id}/complete")
    String complete(@PathVariable UUID id, @RequestParam(required = false) @Nullable TaskOutcome outcome,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect, Locale locale) {
        if (outcome == null || tooLong(note)) {
            news.refused(redirect, outcome == null ? "queue.outcome-missing" : "queue.note-long", locale);
            return to(back);
        }
        return after(completing.complete(new CompleteTask(id, null, me.account(), outcome, note)), "completed", back,
                redirect, locale);
    }

    private static boolean tooLong(@Nullable String note) {
        return note != null && (note.strip().length() > CompleteTask.LONGEST_NOTE || note.indexOf('\0') >= 0);
    }

    private String after(TaskChange change, String done, @Nullable String back, RedirectAttributes redirect, Locale locale) {
        news.of(change, done, redirect, locale);
        return to(back);
    }

    /** Only to pages of our own where tasks are shown. */
    private static String to(@Nullable String back) {
        boolean ours = back != null
                && back.matches("/queue(\\?[A-Za-z0-9=&_-]*)?|/clients/[0-9a-f-]{36}");
        return "redirect:" + (ours ? back : "/queue");
    }
}
