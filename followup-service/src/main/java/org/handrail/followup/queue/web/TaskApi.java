package org.handrail.followup.queue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.queue.Board;
import org.handrail.followup.queue.CompletingTasks;
import org.handrail.followup.queue.StaffStop;
import org.handrail.followup.queue.StaffStops;
import org.handrail.followup.queue.TakingTasks;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskChange;
import org.handrail.followup.queue.TaskFilter;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.TaskPage;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queue for programs. Carries ids and codes; who a client is stands on the console's pages. */
@Tag(name = "Tasks", description = "The staff's queue: list, take, release and complete tasks")
@RestController
@RequestMapping("/api/v1/tasks")
class TaskApi {

    enum Assigned { ME, NOBODY }

    enum State { OPEN, ENDED, ALL }

    private final Board board;
    private final StaffStops stops;
    private final TakingTasks taking;
    private final CompletingTasks completing;
    private final TaskRefusals refusals;
    private final AuditTrail audit;
    private final Clock clock;

    TaskApi(Board board, StaffStops stops, TakingTasks taking, CompletingTasks completing, TaskRefusals refusals,
            AuditTrail audit, Clock clock) {
        this.board = board;
        this.stops = stops;
        this.taking = taking;
        this.completing = completing;
        this.refusals = refusals;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(summary = "List tasks", description = "Open ones first, then by priority, then by when they are due.")
    @GetMapping
    TasksView list(
            @RequestParam(defaultValue = "OPEN") State state,
            @Parameter(description = "Only those taken by the caller, or by nobody")
            @RequestParam(required = false) @Nullable Assigned assigned,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable TaskKind kind,
            @Parameter(description = "\"next\" of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal SignedIn me) {
        if (limit < 1 || limit > 200) {
            throw Problem.invalid("limit", "must be from 1 to 200");
        }
        Instant now = clock.instant();
        TaskFilter filter = new TaskFilter(
                assigned == Assigned.ME ? me.account() : null, assigned == Assigned.NOBODY, overdue ? now : null, kind,
                state == State.ALL ? null : state == State.ENDED);
        TaskPage page = board.page(filter, Cursors.read(cursor), limit);
        audit.recordListed(me.account(), page.tasks().stream().map(Task::clientId).toList(), now);
        Collection<UUID> waiting = stops.tasksWaiting(page.tasks().stream().map(Task::id).toList());
        return new TasksView(
                page.tasks().stream().map(task -> TaskView.of(task, now, waiting.contains(task.id()), null)).toList(),
                Cursors.write(page.next()));
    }

    @Operation(summary = "One task")
    @ApiResponse(responseCode = "200", description = "The task; its version is the ETag")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    @GetMapping("/{id}")
    ResponseEntity<TaskView> one(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
        Task task = board.find(id).orElseThrow(() -> Problem.notFound("There is no task with this id."));
        audit.recordListed(me.account(), List.of(task.clientId()), clock.instant());
        return answer(task);
    }

    @Operation(summary = "Take a task", description = "Taking what one has already is no fault.")
    @ApiResponse(responseCode = "200", description = "It is the caller's")
    @ApiResponse(responseCode = "409", description = "Somebody else has it, or it has ended")
    @ApiResponse(responseCode = "412", description = "It is no longer the version of If-Match")
    @PostMapping("/{id}/take")
    ResponseEntity<TaskView> take(@PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn me) {
        return answer(taking.take(id, Versions.expected(ifMatch), me.account()));
    }

    @Operation(summary = "Give a task back", description = "Its holder may, and an admin.")
    @ApiResponse(responseCode = "200", description = "It is nobody's")
    @ApiResponse(responseCode = "409", description = "Somebody else has it, or it has ended")
    @ApiResponse(responseCode = "412", description = "It is no longer the version of If-Match")
    @PostMapping("/{id}/release")
    ResponseEntity<TaskView> release(@PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn me) {
        return answer(taking.release(id, Versions.expected(ifMatch), me.account(), me.isAdmin()));
    }

    @Operation(summary = "Complete a task", description = "STOP_SAID puts the stop in force before it answers. RESEND and LEAVE are for tasks about an email of "
            + "which nobody knows whether it went (title task.delivery-unknown).")
    @ApiResponse(responseCode = "200", description = "It is completed; for STOP_SAID with since when the stop is in force")
    @ApiResponse(responseCode = "409", description = "Somebody else has it, or it has ended")
    @ApiResponse(responseCode = "412", description = "It is no longer the version of If-Match")
    @ApiResponse(responseCode = "503", description = "The stop is kept and tried again; the task stays open until it is in force")
    @PostMapping("/{id}/complete")
    ResponseEntity<TaskView> complete(@PathVariable UUID id, @RequestBody CompletionBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn me) {
        return answer(completing.complete(body.command(id, Versions.expected(ifMatch), me.account())));
    }

    private ResponseEntity<TaskView> answer(TaskChange change) {
        if (change instanceof TaskChange.Made made) {
            return answer(made.task());
        }
        throw refusals.problem(change);
    }

    private ResponseEntity<TaskView> answer(Task task) {
        StaffStop stop = stops.ofTask(task.id()).orElse(null);
        TaskView view = TaskView.of(task, clock.instant(), stop != null && stop.inForceSince() == null,
                stop == null ? null : stop.inForceSince());
        return ResponseEntity.ok().eTag(Versions.tag(task.version())).body(view);
    }
}
